CREATE TABLE "CallAttempts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_CallAttempts" PRIMARY KEY AUTOINCREMENT,
    "InvitationId" INTEGER NOT NULL,
    "ById" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "CallAgainOn" TEXT NULL,
    "Note" BLOB NULL,
    "Settled" TEXT NULL,
    "UndoneAt" TEXT NULL,
    CONSTRAINT "FK_CallAttempts_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_CallAttempts_InvitationId" ON "CallAttempts" ("InvitationId");


CREATE TABLE "ReadLog" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReadLog" PRIMARY KEY AUTOINCREMENT,
    "ReaderId" INTEGER NOT NULL,
    "PersonId" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Page" TEXT NOT NULL
);


CREATE INDEX "IX_ReadLog_PersonId" ON "ReadLog" ("PersonId");
