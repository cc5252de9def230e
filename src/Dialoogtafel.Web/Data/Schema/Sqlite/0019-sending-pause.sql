CREATE TABLE "SendingPauses" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SendingPauses" PRIMARY KEY,
    "Cause" TEXT NOT NULL,
    "Words" TEXT NOT NULL,
    "FirstMailId" TEXT NOT NULL,
    "Since" TEXT NULL,
    "NextTryAt" TEXT NULL,
    "Refusals" INTEGER NOT NULL
);
