ALTER TABLE "Persons" ADD COLUMN "AddressFailsSince" TEXT NULL;
ALTER TABLE "Persons" ADD COLUMN "AddressSeenAt" TEXT NULL;
