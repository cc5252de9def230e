CREATE TABLE "DutyPeriods" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DutyPeriods" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "PersonId" INTEGER NOT NULL,
    "Duty" TEXT NOT NULL,
    "From" TEXT NULL,
    "Until" TEXT NULL,
    "ById" INTEGER NULL,
    "NewReader" INTEGER NOT NULL,
    CONSTRAINT "FK_DutyPeriods_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_DutyPeriods_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_DutyPeriods_GatheringId" ON "DutyPeriods" ("GatheringId");
CREATE INDEX "IX_DutyPeriods_PersonId" ON "DutyPeriods" ("PersonId");

-- Who has a duty now had it before this was kept: since when and by whom is not known.
INSERT INTO "DutyPeriods" ("GatheringId", "PersonId", "Duty", "NewReader")
SELECT "Id", "ProcessFacilitatorId", 'Process', 0 FROM "Gatherings" WHERE "ProcessFacilitatorId" IS NOT NULL
UNION ALL SELECT "Id", "ContentFacilitatorId", 'Content', 0 FROM "Gatherings" WHERE "ContentFacilitatorId" IS NOT NULL
UNION ALL SELECT "Id", "ReserveFacilitatorId", 'Reserve', 0 FROM "Gatherings" WHERE "ReserveFacilitatorId" IS NOT NULL;
