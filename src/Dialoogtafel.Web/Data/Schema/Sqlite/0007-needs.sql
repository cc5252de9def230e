CREATE TABLE "Needs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Needs" PRIMARY KEY AUTOINCREMENT,
    "InvitationId" INTEGER NOT NULL,
    "Device" TEXT NULL,
    "Words" BLOB NOT NULL,
    "Companions" INTEGER NULL,
    "At" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "ById" INTEGER NULL,
    CONSTRAINT "FK_Needs_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE
);


CREATE UNIQUE INDEX "IX_Needs_InvitationId_Device" ON "Needs" ("InvitationId", "Device");
