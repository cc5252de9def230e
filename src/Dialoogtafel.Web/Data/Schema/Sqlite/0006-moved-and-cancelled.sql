ALTER TABLE "Mails" ADD COLUMN "Tells" TEXT NULL;


ALTER TABLE "Mails" ADD COLUMN "Was" TEXT NULL;


ALTER TABLE "Mails" ADD COLUMN "Entry" TEXT NULL;


ALTER TABLE "Gatherings" ADD COLUMN "CancelReason" TEXT NULL;


ALTER TABLE "Invitations" ADD COLUMN "CalendarUid" TEXT NULL;


UPDATE "Mails" SET "Entry" = 'Put' WHERE "Kind" IN ('bevestiging', 'stoel-voor-u');


UPDATE "Invitations" SET "CalendarUid" = (
    SELECT 'uitnodiging-' || "Invitations"."Id" || substr("MessageId", instr("MessageId", '@'))
    FROM "Mails" WHERE "InvitationId" = "Invitations"."Id" AND "Entry" = 'Put' AND "State" IN ('Sent', 'Sending', 'Uncertain') ORDER BY "QueuedAt" LIMIT 1);
