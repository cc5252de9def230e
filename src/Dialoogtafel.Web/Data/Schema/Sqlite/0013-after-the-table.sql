CREATE TABLE "Attendances" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Attendances" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "PersonId" INTEGER NOT NULL,
    "Presence" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    CONSTRAINT "FK_Attendances_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Attendances_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE
);

CREATE TABLE "FetchChecks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_FetchChecks" PRIMARY KEY AUTOINCREMENT,
    "InvitationId" INTEGER NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Words" BLOB NULL,
    "Device" TEXT NULL,
    "At" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "ById" INTEGER NULL,
    CONSTRAINT "FK_FetchChecks_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE
);

CREATE TABLE "TableNotes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_TableNotes" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Words" BLOB NOT NULL,
    "Priority" INTEGER NULL,
    "At" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_TableNotes_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "TableReports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_TableReports" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "Words" BLOB NULL,
    "MadeAt" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedById" INTEGER NOT NULL,
    "SentWords" BLOB NULL,
    "Edition" INTEGER NOT NULL,
    "Sendings" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_TableReports_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ReportAgreements" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReportAgreements" PRIMARY KEY AUTOINCREMENT,
    "ReportId" INTEGER NOT NULL,
    "FacilitatorId" INTEGER NOT NULL,
    "ById" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Reason" BLOB NULL,
    CONSTRAINT "FK_ReportAgreements_Persons_FacilitatorId" FOREIGN KEY ("FacilitatorId") REFERENCES "Persons" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ReportAgreements_TableReports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "TableReports" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ContactListVersions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ContactListVersions" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "ById" INTEGER NOT NULL,
    "RecalledAt" TEXT NULL,
    CONSTRAINT "FK_ContactListVersions_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ContactListReceipts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ContactListReceipts" PRIMARY KEY AUTOINCREMENT,
    "VersionId" INTEGER NOT NULL,
    "PersonId" INTEGER NOT NULL,
    CONSTRAINT "FK_ContactListReceipts_ContactListVersions_VersionId" FOREIGN KEY ("VersionId") REFERENCES "ContactListVersions" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ContactListReceipts_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE
);

ALTER TABLE "Consents" ADD COLUMN "GatheringId" INTEGER NULL REFERENCES "Gatherings" ("Id") ON DELETE CASCADE;
ALTER TABLE "Consents" ADD COLUMN "Field" TEXT NULL;

CREATE UNIQUE INDEX "IX_Attendances_GatheringId_PersonId" ON "Attendances" ("GatheringId", "PersonId");
CREATE INDEX "IX_Attendances_PersonId" ON "Attendances" ("PersonId");
CREATE INDEX "IX_FetchChecks_InvitationId" ON "FetchChecks" ("InvitationId");
CREATE INDEX "IX_TableNotes_GatheringId" ON "TableNotes" ("GatheringId");
CREATE UNIQUE INDEX "IX_TableReports_GatheringId" ON "TableReports" ("GatheringId");
CREATE UNIQUE INDEX "IX_ReportAgreements_ReportId_FacilitatorId" ON "ReportAgreements" ("ReportId", "FacilitatorId");
CREATE INDEX "IX_ReportAgreements_FacilitatorId" ON "ReportAgreements" ("FacilitatorId");
CREATE UNIQUE INDEX "IX_ContactListVersions_GatheringId_Number" ON "ContactListVersions" ("GatheringId", "Number");
CREATE UNIQUE INDEX "IX_ContactListReceipts_VersionId_PersonId" ON "ContactListReceipts" ("VersionId", "PersonId");
CREATE INDEX "IX_ContactListReceipts_PersonId" ON "ContactListReceipts" ("PersonId");
CREATE INDEX "IX_Consents_GatheringId" ON "Consents" ("GatheringId");
