ALTER TABLE "Invitations" ADD COLUMN "ChairGivenBackAt" TEXT NULL;
ALTER TABLE "Invitations" ADD COLUMN "SubstituteDeclinedAt" TEXT NULL;
ALTER TABLE "Invitations" ADD COLUMN "SubstituteDeclined" BLOB NULL;
