CREATE TABLE "Actions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Actions" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "OwnerId" INTEGER NULL,
    "CoOwnerId" INTEGER NULL,
    "CoordinatorId" INTEGER NULL,
    "Level" TEXT NOT NULL,
    "DecisionMaker" TEXT NOT NULL,
    "HigherSince" TEXT NULL,
    "TargetOn" TEXT NULL,
    "NextStep" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "End" TEXT NULL,
    "EndedAt" TEXT NULL,
    "StopReason" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Answer" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "Period" INTEGER NOT NULL,
    "Rounds" INTEGER NOT NULL,
    "Mails" INTEGER NOT NULL,
    "AskDueAt" TEXT NULL,
    "FollowUpNumber" INTEGER NOT NULL,
    "Call" TEXT NULL,
    "CallSince" TEXT NULL,
    "CallAgainOn" TEXT NULL,
    "CallSettledAt" TEXT NULL,
    CONSTRAINT "FK_Actions_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Actions_Persons_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "Persons" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Actions_Persons_CoOwnerId" FOREIGN KEY ("CoOwnerId") REFERENCES "Persons" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Actions_Persons_CoordinatorId" FOREIGN KEY ("CoordinatorId") REFERENCES "Persons" ("Id") ON DELETE SET NULL
);

CREATE TABLE "ActionParties" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ActionParties" PRIMARY KEY AUTOINCREMENT,
    "ActionId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Must" INTEGER NOT NULL,
    CONSTRAINT "FK_ActionParties_Actions_ActionId" FOREIGN KEY ("ActionId") REFERENCES "Actions" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ActionLog" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ActionLog" PRIMARY KEY AUTOINCREMENT,
    "ActionId" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Event" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "ById" INTEGER NULL,
    "OwnerId" INTEGER NULL,
    "Answer" TEXT NULL,
    "Words" BLOB NULL,
    CONSTRAINT "FK_ActionLog_Actions_ActionId" FOREIGN KEY ("ActionId") REFERENCES "Actions" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Actions_AskDueAt" ON "Actions" ("AskDueAt");
CREATE INDEX "IX_Actions_GatheringId" ON "Actions" ("GatheringId");
CREATE INDEX "IX_Actions_OwnerId" ON "Actions" ("OwnerId");
CREATE INDEX "IX_Actions_CoOwnerId" ON "Actions" ("CoOwnerId");
CREATE INDEX "IX_Actions_CoordinatorId" ON "Actions" ("CoordinatorId");
CREATE INDEX "IX_ActionParties_ActionId" ON "ActionParties" ("ActionId");
CREATE INDEX "IX_ActionLog_ActionId" ON "ActionLog" ("ActionId");

ALTER TABLE "Links" ADD COLUMN "ActionId" INTEGER NULL CONSTRAINT "FK_Links_Actions_ActionId" REFERENCES "Actions" ("Id") ON DELETE CASCADE;
CREATE INDEX "IX_Links_ActionId" ON "Links" ("ActionId");

ALTER TABLE "Mails" ADD COLUMN "ActionId" INTEGER NULL;
ALTER TABLE "Mails" ADD COLUMN "FollowUpNumber" INTEGER NULL;
CREATE INDEX "IX_Mails_ActionId" ON "Mails" ("ActionId");
