CREATE TABLE "Reminders" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reminders" PRIMARY KEY AUTOINCREMENT,
    "InvitationId" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Episode" INTEGER NOT NULL,
    "DueAt" TEXT NOT NULL,
    "QueuedAt" TEXT NULL,
    "StoppedAt" TEXT NULL,
    "StopReason" TEXT NULL,
    CONSTRAINT "FK_Reminders_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_Reminders_DueAt" ON "Reminders" ("DueAt");


CREATE UNIQUE INDEX "IX_Reminders_InvitationId_Kind_Episode" ON "Reminders" ("InvitationId", "Kind", "Episode");
