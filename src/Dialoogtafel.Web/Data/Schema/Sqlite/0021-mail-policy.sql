-- What a mail is was known by its name in many places; now each row says it.
ALTER TABLE "Mails" ADD COLUMN "IsUnasked" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Mails" ADD COLUMN "KeepsQuiet" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Mails" ADD COLUMN "GivesWay" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Mails" ADD COLUMN "CanBeTakenBack" INTEGER NOT NULL DEFAULT 0;

UPDATE "Mails" SET "IsUnasked" = 1 WHERE "Kind" IN
    ('uitnodiging', 'herinnering', 'praktisch', 'vragen-vooraf', 'vragen-herinnering', 'bedankt', 'actie-toegewezen',
     'actie-vraag', 'verslag', 'contactlijst', 'nieuwsbrief');
UPDATE "Mails" SET "KeepsQuiet" = 1 WHERE "Kind" IN
    ('herinnering', 'praktisch', 'vragen-vooraf', 'vragen-herinnering', 'bedankt', 'actie-toegewezen', 'actie-vraag',
     'leest-mee', 'voorbereidingsoverzicht', 'acties-overzicht', 'nieuwsbrief');
UPDATE "Mails" SET "GivesWay" = 1 WHERE "Kind" = 'nieuwsbrief';
UPDATE "Mails" SET "CanBeTakenBack" = 1 WHERE "Kind" IN ('uitnodiging', 'verplaatst');

DROP INDEX "IX_Mails_State_NextAt_Kind";
CREATE INDEX "IX_Mails_State_NextAt_GivesWay" ON "Mails" ("State", "NextAt", "GivesWay");
