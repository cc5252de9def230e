CREATE TABLE "NewsletterIssues" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_NewsletterIssues" PRIMARY KEY AUTOINCREMENT,
    "ProjectId" INTEGER NOT NULL,
    "SeriesId" INTEGER NULL,
    "Title" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Audience" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "SendAt" TEXT NULL,
    "ScheduledAt" TEXT NULL,
    "ScheduledById" INTEGER NULL,
    "RecalledAt" TEXT NULL,
    "PublishedAt" TEXT NULL,
    "QueuedAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_NewsletterIssues_Persons_ScheduledById" FOREIGN KEY ("ScheduledById") REFERENCES "Persons" ("Id"),
    CONSTRAINT "FK_NewsletterIssues_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_NewsletterIssues_Series_SeriesId" FOREIGN KEY ("SeriesId") REFERENCES "Series" ("Id")
);

CREATE INDEX "IX_NewsletterIssues_ProjectId" ON "NewsletterIssues" ("ProjectId");
CREATE INDEX "IX_NewsletterIssues_ScheduledById" ON "NewsletterIssues" ("ScheduledById");
CREATE UNIQUE INDEX "IX_NewsletterIssues_SeriesId" ON "NewsletterIssues" ("SeriesId");
CREATE INDEX "IX_NewsletterIssues_SendAt" ON "NewsletterIssues" ("SendAt");

ALTER TABLE "Mails" ADD COLUMN "IssueId" INTEGER NULL CONSTRAINT "FK_Mails_NewsletterIssues_IssueId" REFERENCES "NewsletterIssues" ("Id");
ALTER TABLE "Mails" ADD COLUMN "DoubtedAt" TEXT NULL;

CREATE INDEX "IX_Mails_IssueId" ON "Mails" ("IssueId");
DROP INDEX "IX_Mails_State_NextAt";
CREATE INDEX "IX_Mails_State_NextAt_Kind" ON "Mails" ("State", "NextAt", "Kind");
