ALTER TABLE "Gatherings" ADD COLUMN "QuestionsReadyAt" TEXT NULL;

CREATE TABLE "QuestionSets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_QuestionSets" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Mode" TEXT NOT NULL,
    "Role" TEXT NULL,
    "PerspectiveId" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_QuestionSets_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_QuestionSets_Perspectives_PerspectiveId" FOREIGN KEY ("PerspectiveId") REFERENCES "Perspectives" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Questions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Questions" PRIMARY KEY AUTOINCREMENT,
    "SetId" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "RetiredAt" TEXT NULL,
    CONSTRAINT "FK_Questions_QuestionSets_SetId" FOREIGN KEY ("SetId") REFERENCES "QuestionSets" ("Id") ON DELETE CASCADE
);

CREATE TABLE "QuestionWordings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_QuestionWordings" PRIMARY KEY AUTOINCREMENT,
    "QuestionId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "AtDistance_En" TEXT NOT NULL,
    "AtDistance_Nl" TEXT NOT NULL,
    "Help_En" TEXT NOT NULL,
    "Help_Nl" TEXT NOT NULL,
    "Options_En" TEXT NOT NULL,
    "Options_Nl" TEXT NOT NULL,
    "Text_En" TEXT NOT NULL,
    "Text_Nl" TEXT NOT NULL,
    CONSTRAINT "FK_QuestionWordings_Questions_QuestionId" FOREIGN KEY ("QuestionId") REFERENCES "Questions" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Answers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Answers" PRIMARY KEY AUTOINCREMENT,
    "InvitationId" INTEGER NOT NULL,
    "QuestionId" INTEGER NOT NULL,
    "WordingId" INTEGER NOT NULL,
    "Device" TEXT NULL,
    "Words" BLOB NOT NULL,
    "Readers" TEXT NULL,
    "At" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "ById" INTEGER NULL,
    "Revision" INTEGER NOT NULL,
    "Tab" TEXT NULL,
    "Turn" INTEGER NOT NULL,
    "PickedAt" TEXT NULL,
    "PickedById" INTEGER NULL,
    CONSTRAINT "FK_Answers_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Answers_QuestionWordings_WordingId" FOREIGN KEY ("WordingId") REFERENCES "QuestionWordings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Answers_Questions_QuestionId" FOREIGN KEY ("QuestionId") REFERENCES "Questions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "AnswerReads" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AnswerReads" PRIMARY KEY AUTOINCREMENT,
    "AnswerId" INTEGER NOT NULL,
    "ReaderId" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_AnswerReads_Answers_AnswerId" FOREIGN KEY ("AnswerId") REFERENCES "Answers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AnswerReads_Persons_ReaderId" FOREIGN KEY ("ReaderId") REFERENCES "Persons" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Preparations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Preparations" PRIMARY KEY AUTOINCREMENT,
    "InvitationId" INTEGER NOT NULL,
    "Readers" TEXT NULL,
    "LastQuestionId" INTEGER NULL,
    "DoneAt" TEXT NULL,
    "DoneBy" TEXT NULL,
    CONSTRAINT "FK_Preparations_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Preparations_Questions_LastQuestionId" FOREIGN KEY ("LastQuestionId") REFERENCES "Questions" ("Id") ON DELETE SET NULL
);

CREATE TABLE "OverviewWishes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OverviewWishes" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "ReaderId" INTEGER NOT NULL,
    "DaysBefore" INTEGER NULL,
    CONSTRAINT "FK_OverviewWishes_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_OverviewWishes_Persons_ReaderId" FOREIGN KEY ("ReaderId") REFERENCES "Persons" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_AnswerReads_AnswerId_ReaderId" ON "AnswerReads" ("AnswerId", "ReaderId");
CREATE INDEX "IX_AnswerReads_ReaderId" ON "AnswerReads" ("ReaderId");
CREATE INDEX "IX_Answers_InvitationId_QuestionId" ON "Answers" ("InvitationId", "QuestionId");
CREATE INDEX "IX_Answers_QuestionId" ON "Answers" ("QuestionId");
CREATE INDEX "IX_Answers_WordingId" ON "Answers" ("WordingId");
CREATE UNIQUE INDEX "IX_OverviewWishes_GatheringId_ReaderId" ON "OverviewWishes" ("GatheringId", "ReaderId");
CREATE INDEX "IX_OverviewWishes_ReaderId" ON "OverviewWishes" ("ReaderId");
CREATE UNIQUE INDEX "IX_Preparations_InvitationId" ON "Preparations" ("InvitationId");
CREATE INDEX "IX_Preparations_LastQuestionId" ON "Preparations" ("LastQuestionId");
CREATE INDEX "IX_Questions_SetId" ON "Questions" ("SetId");
CREATE INDEX "IX_QuestionSets_GatheringId" ON "QuestionSets" ("GatheringId");
CREATE INDEX "IX_QuestionSets_PerspectiveId" ON "QuestionSets" ("PerspectiveId");
CREATE UNIQUE INDEX "IX_QuestionWordings_QuestionId_Number" ON "QuestionWordings" ("QuestionId", "Number");
