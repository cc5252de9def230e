CREATE TABLE "new_Links" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Links" PRIMARY KEY AUTOINCREMENT,
    "Purpose" TEXT NOT NULL,
    "PersonId" INTEGER NOT NULL,
    "GatheringId" INTEGER NULL,
    "ProjectId" INTEGER NULL,
    "LinkVersion" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    CONSTRAINT "FK_Links_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Links_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Links_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id") ON DELETE CASCADE
);

INSERT INTO "new_Links" ("Id", "Purpose", "PersonId", "GatheringId", "LinkVersion", "CreatedAt", "ExpiresAt", "WithdrawnAt")
SELECT "Id", "Purpose", "PersonId", "GatheringId", "LinkVersion", "CreatedAt", "ExpiresAt", "WithdrawnAt" FROM "Links";

DROP TABLE "Links";
ALTER TABLE "new_Links" RENAME TO "Links";

CREATE INDEX "IX_Links_GatheringId" ON "Links" ("GatheringId");
CREATE INDEX "IX_Links_ProjectId" ON "Links" ("ProjectId");
CREATE INDEX "IX_Links_PersonId_GatheringId_Purpose" ON "Links" ("PersonId", "GatheringId", "Purpose");
