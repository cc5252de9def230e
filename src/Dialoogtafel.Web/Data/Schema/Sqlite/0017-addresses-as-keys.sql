ALTER TABLE "Persons" ADD COLUMN "AddressSetByTeamAt" TEXT NULL;
ALTER TABLE "Persons" ADD COLUMN "DevicesBefore" TEXT NULL;

-- The secret of a code app that was begun and never finished belonged to no session: whoever came next could fetch it.
DELETE FROM "AspNetUserTokens" WHERE "LoginProvider" = 'tweede-stap' AND "Name" = 'app-nieuw';
