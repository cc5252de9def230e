CREATE TABLE "MailContents" (
    "MailId" TEXT NOT NULL CONSTRAINT "PK_MailContents" PRIMARY KEY,
    "Bytes" BLOB NOT NULL,
    CONSTRAINT "FK_MailContents_Mails_MailId" FOREIGN KEY ("MailId") REFERENCES "Mails" ("Id") ON DELETE CASCADE
);


INSERT INTO "MailContents" ("MailId", "Bytes")
SELECT "Id", "Content" FROM "Mails" WHERE "Content" IS NOT NULL;


ALTER TABLE "Mails" DROP COLUMN "Content";
