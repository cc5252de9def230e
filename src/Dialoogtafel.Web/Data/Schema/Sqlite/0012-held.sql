-- This number is held for another change of the same release.
SELECT 1;
