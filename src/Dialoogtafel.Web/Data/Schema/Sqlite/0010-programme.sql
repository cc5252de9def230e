CREATE TABLE "ProgrammeSteps" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ProgrammeSteps" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Minutes" INTEGER NOT NULL,
    "Form" TEXT NOT NULL,
    "Lead" TEXT NOT NULL,
    "Instruction" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ProgrammeSteps_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Materials" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Materials" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "DoneAt" TEXT NULL,
    "DoneById" INTEGER NULL,
    CONSTRAINT "FK_Materials_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Materials_Persons_DoneById" FOREIGN KEY ("DoneById") REFERENCES "Persons" ("Id") ON DELETE SET NULL
);

CREATE INDEX "IX_ProgrammeSteps_GatheringId" ON "ProgrammeSteps" ("GatheringId");
CREATE UNIQUE INDEX "IX_Materials_GatheringId_Place" ON "Materials" ("GatheringId", "Place");
CREATE INDEX "IX_Materials_DoneById" ON "Materials" ("DoneById");
