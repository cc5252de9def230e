-- A mail that waited is composed anew before it leaves. What waits when a site is updated keeps its bytes.
ALTER TABLE "Mails" ADD COLUMN "IsRenewable" INTEGER NOT NULL DEFAULT 0;
