ALTER TABLE "Projects" ADD COLUMN "Results" TEXT NULL;
ALTER TABLE "Projects" ADD COLUMN "PageClosedAt" TEXT NULL;

CREATE TABLE "SubscriptionRequests" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SubscriptionRequests" PRIMARY KEY AUTOINCREMENT,
    "ProjectId" INTEGER NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "FirstName" TEXT NOT NULL,
    "LastName" TEXT NOT NULL,
    "Email" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "ConfirmedAt" TEXT NULL,
    "PersonId" INTEGER NULL,
    CONSTRAINT "FK_SubscriptionRequests_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id"),
    CONSTRAINT "FK_SubscriptionRequests_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_SubscriptionRequests_TokenHash" ON "SubscriptionRequests" ("TokenHash");
CREATE INDEX "IX_SubscriptionRequests_AskedAt" ON "SubscriptionRequests" ("AskedAt");
CREATE INDEX "IX_SubscriptionRequests_Email" ON "SubscriptionRequests" ("Email");
CREATE INDEX "IX_SubscriptionRequests_PersonId" ON "SubscriptionRequests" ("PersonId");
CREATE INDEX "IX_SubscriptionRequests_ProjectId" ON "SubscriptionRequests" ("ProjectId");
