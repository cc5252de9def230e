ALTER TABLE "Invitations" ADD COLUMN "MovedFrom" TEXT NULL;
