CREATE TABLE "GatheringKinds" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_GatheringKinds" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Minutes" INTEGER NOT NULL,
    "MinSeats" INTEGER NOT NULL,
    "MaxSeats" INTEGER NOT NULL,
    "ApproachFrom" INTEGER NOT NULL,
    "ApproachTo" INTEGER NOT NULL,
    "ReleaseDays" INTEGER NOT NULL,
    "GatheringsInSeries" INTEGER NOT NULL,
    "HoldsChairs" INTEGER NOT NULL,
    "NeedsLivedExperience" INTEGER NOT NULL,
    "NeedsTwoFacilitators" INTEGER NOT NULL
);


CREATE TABLE "Installation" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Installation" PRIMARY KEY AUTOINCREMENT,
    "OrganisationName" TEXT NOT NULL,
    "Phone" TEXT NOT NULL,
    "BaseAddress" TEXT NULL,
    "Route" TEXT NOT NULL,
    "MailFrom" TEXT NOT NULL,
    "SmtpHost" TEXT NOT NULL,
    "SmtpPort" INTEGER NOT NULL,
    "SmtpSecurity" TEXT NOT NULL,
    "SmtpUser" TEXT NOT NULL,
    "SmtpPassword" BLOB NULL,
    "AllowList" TEXT NOT NULL,
    "TestMailSentAt" TEXT NULL,
    "SendingOnAt" TEXT NULL,
    "CreatedAt" TEXT NOT NULL
);


CREATE TABLE "LifeDomains" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_LifeDomains" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL
);


CREATE TABLE "Locations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Locations" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "PublicTransport" TEXT NOT NULL,
    "Parking" TEXT NOT NULL,
    "Wheelchair" TEXT NOT NULL,
    "QuietRoom" TEXT NOT NULL,
    "SoundAndLight" TEXT NOT NULL
);


CREATE TABLE "Organisations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Organisations" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL
);


CREATE TABLE "Projects" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Projects" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "TargetGroup" TEXT NOT NULL,
    "Organisations" TEXT NOT NULL,
    "Network" TEXT NOT NULL,
    "GuidingQuestions" TEXT NOT NULL,
    "StartsOn" TEXT NULL,
    "EndsOn" TEXT NULL,
    "PartnersDecide" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "PartyPreset" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PartyPreset" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Wanted" INTEGER NOT NULL,
    "LifeDomainId" INTEGER NOT NULL,
    CONSTRAINT "FK_PartyPreset_LifeDomains_LifeDomainId" FOREIGN KEY ("LifeDomainId") REFERENCES "LifeDomains" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Persons" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Persons" PRIMARY KEY AUTOINCREMENT,
    "FirstName" TEXT NOT NULL,
    "LastName" TEXT NOT NULL,
    "Email" TEXT NULL,
    "Phone" TEXT NULL,
    "OrganisationId" INTEGER NULL,
    "Language" TEXT NOT NULL,
    "Preference" TEXT NOT NULL,
    "LimitedLoad" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "NotToBeApproachedSince" TEXT NULL,
    "RemovalRequestedAt" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Persons_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE SET NULL
);


CREATE TABLE "Perspectives" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Perspectives" PRIMARY KEY AUTOINCREMENT,
    "ProjectId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    CONSTRAINT "FK_Perspectives_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Series" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Series" PRIMARY KEY AUTOINCREMENT,
    "ProjectId" INTEGER NOT NULL,
    "LifeDomainId" INTEGER NOT NULL,
    "Subject" TEXT NOT NULL,
    "Themes" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Series_LifeDomains_LifeDomainId" FOREIGN KEY ("LifeDomainId") REFERENCES "LifeDomains" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Series_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUsers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY AUTOINCREMENT,
    "PersonId" INTEGER NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL,
    CONSTRAINT "FK_AspNetUsers_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Consents" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Consents" PRIMARY KEY AUTOINCREMENT,
    "PersonId" INTEGER NOT NULL,
    "ProjectId" INTEGER NULL,
    "Purpose" TEXT NOT NULL,
    "TextVersion" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "RecordedById" INTEGER NULL,
    "GivenAt" TEXT NOT NULL,
    "WithdrawnAt" TEXT NULL,
    CONSTRAINT "FK_Consents_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Consents_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id")
);


CREATE TABLE "Memberships" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Memberships" PRIMARY KEY AUTOINCREMENT,
    "PersonId" INTEGER NOT NULL,
    "ProjectId" INTEGER NULL,
    "Role" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Until" TEXT NULL,
    CONSTRAINT "FK_Memberships_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Memberships_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id")
);


CREATE TABLE "RoleAssignments" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RoleAssignments" PRIMARY KEY AUTOINCREMENT,
    "PersonId" INTEGER NOT NULL,
    "ProjectId" INTEGER NOT NULL,
    "Role" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Until" TEXT NULL,
    "Reason" TEXT NOT NULL,
    CONSTRAINT "FK_RoleAssignments_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_RoleAssignments_Projects_ProjectId" FOREIGN KEY ("ProjectId") REFERENCES "Projects" ("Id") ON DELETE CASCADE
);


CREATE TABLE "PersonPerspectives" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PersonPerspectives" PRIMARY KEY AUTOINCREMENT,
    "PersonId" INTEGER NOT NULL,
    "PerspectiveId" INTEGER NOT NULL,
    "AccordingTo" TEXT NOT NULL,
    "ConfirmedAt" TEXT NULL,
    CONSTRAINT "FK_PersonPerspectives_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_PersonPerspectives_Perspectives_PerspectiveId" FOREIGN KEY ("PerspectiveId") REFERENCES "Perspectives" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Gatherings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Gatherings" PRIMARY KEY AUTOINCREMENT,
    "SeriesId" INTEGER NOT NULL,
    "KindId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Focus" TEXT NOT NULL,
    "StartsAt" TEXT NULL,
    "Minutes" INTEGER NOT NULL,
    "MinSeats" INTEGER NOT NULL,
    "MaxSeats" INTEGER NOT NULL,
    "ApproachFrom" INTEGER NOT NULL,
    "ApproachTo" INTEGER NOT NULL,
    "ReleaseDays" INTEGER NOT NULL,
    "Purpose" TEXT NOT NULL,
    "IntendedOutcome" TEXT NOT NULL,
    "Topics" TEXT NOT NULL,
    "LocationId" INTEGER NULL,
    "ProcessFacilitatorId" INTEGER NULL,
    "ContentFacilitatorId" INTEGER NULL,
    "ReserveFacilitatorId" INTEGER NULL,
    "ContactPersonId" INTEGER NULL,
    "FinalAt" TEXT NULL,
    "FinalReason" TEXT NULL,
    "CancelledAt" TEXT NULL,
    "CalendarSequence" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Gatherings_GatheringKinds_KindId" FOREIGN KEY ("KindId") REFERENCES "GatheringKinds" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Gatherings_Locations_LocationId" FOREIGN KEY ("LocationId") REFERENCES "Locations" ("Id"),
    CONSTRAINT "FK_Gatherings_Persons_ContactPersonId" FOREIGN KEY ("ContactPersonId") REFERENCES "Persons" ("Id"),
    CONSTRAINT "FK_Gatherings_Persons_ContentFacilitatorId" FOREIGN KEY ("ContentFacilitatorId") REFERENCES "Persons" ("Id"),
    CONSTRAINT "FK_Gatherings_Persons_ProcessFacilitatorId" FOREIGN KEY ("ProcessFacilitatorId") REFERENCES "Persons" ("Id"),
    CONSTRAINT "FK_Gatherings_Persons_ReserveFacilitatorId" FOREIGN KEY ("ReserveFacilitatorId") REFERENCES "Persons" ("Id"),
    CONSTRAINT "FK_Gatherings_Series_SeriesId" FOREIGN KEY ("SeriesId") REFERENCES "Series" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" INTEGER NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" INTEGER NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" INTEGER NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AspNetUserTokens" (
    "UserId" INTEGER NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SignInRequests" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SignInRequests" PRIMARY KEY AUTOINCREMENT,
    "AccountId" INTEGER NULL,
    "First" INTEGER NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "BrowserHash" TEXT NULL,
    "CodeTries" INTEGER NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL,
    CONSTRAINT "FK_SignInRequests_AspNetUsers_AccountId" FOREIGN KEY ("AccountId") REFERENCES "AspNetUsers" ("Id")
);


CREATE TABLE "Invitations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "PersonId" INTEGER NOT NULL,
    "PerspectiveId" INTEGER NOT NULL,
    "ApproacherId" INTEGER NULL,
    "ViaWhom" TEXT NOT NULL,
    "OwnSentence" BLOB NULL,
    "CreatedAt" TEXT NOT NULL,
    "ApproachedAt" TEXT NULL,
    "Approaches" INTEGER NOT NULL,
    "WithdrawnAt" TEXT NULL,
    "Answer" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "AnswerNumber" INTEGER NOT NULL,
    "SeatedAt" TEXT NULL,
    "SeatReason" TEXT NULL,
    "CallBefore" TEXT NULL,
    "SilentUntil" TEXT NULL,
    "LateCancelledAt" TEXT NULL,
    "CallSince" TEXT NULL,
    "CallReason" TEXT NULL,
    "Note" BLOB NULL,
    "NoteDevice" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Invitations_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Invitations_Persons_ApproacherId" FOREIGN KEY ("ApproacherId") REFERENCES "Persons" ("Id"),
    CONSTRAINT "FK_Invitations_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Invitations_Perspectives_PerspectiveId" FOREIGN KEY ("PerspectiveId") REFERENCES "Perspectives" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Links" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Links" PRIMARY KEY AUTOINCREMENT,
    "Purpose" TEXT NOT NULL,
    "PersonId" INTEGER NOT NULL,
    "GatheringId" INTEGER NOT NULL,
    "LinkVersion" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    CONSTRAINT "FK_Links_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Links_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id") ON DELETE CASCADE
);


CREATE TABLE "WantedSeats" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_WantedSeats" PRIMARY KEY AUTOINCREMENT,
    "GatheringId" INTEGER NOT NULL,
    "PerspectiveId" INTEGER NOT NULL,
    "Wanted" INTEGER NOT NULL,
    CONSTRAINT "FK_WantedSeats_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_WantedSeats_Perspectives_PerspectiveId" FOREIGN KEY ("PerspectiveId") REFERENCES "Perspectives" ("Id") ON DELETE CASCADE
);


CREATE TABLE "InvitationEvents" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_InvitationEvents" PRIMARY KEY AUTOINCREMENT,
    "InvitationId" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "ById" INTEGER NULL,
    CONSTRAINT "FK_InvitationEvents_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Mails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Mails" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "PersonId" INTEGER NULL,
    "GatheringId" INTEGER NULL,
    "InvitationId" INTEGER NULL,
    "AnswerNumber" INTEGER NULL,
    "Recipient" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "Content" BLOB NULL,
    "State" TEXT NOT NULL,
    "QueuedAt" TEXT NOT NULL,
    "NextAt" TEXT NOT NULL,
    "StaleAt" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "Reply" TEXT NULL,
    "Unlisted" INTEGER NOT NULL,
    CONSTRAINT "FK_Mails_Gatherings_GatheringId" FOREIGN KEY ("GatheringId") REFERENCES "Gatherings" ("Id"),
    CONSTRAINT "FK_Mails_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("Id"),
    CONSTRAINT "FK_Mails_Persons_PersonId" FOREIGN KEY ("PersonId") REFERENCES "Persons" ("Id")
);


CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");


CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");


CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");


CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");


CREATE UNIQUE INDEX "IX_AspNetUsers_PersonId" ON "AspNetUsers" ("PersonId");


CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");


CREATE INDEX "IX_Consents_PersonId" ON "Consents" ("PersonId");


CREATE INDEX "IX_Consents_ProjectId" ON "Consents" ("ProjectId");


CREATE UNIQUE INDEX "IX_GatheringKinds_Key" ON "GatheringKinds" ("Key");


CREATE INDEX "IX_Gatherings_ContactPersonId" ON "Gatherings" ("ContactPersonId");


CREATE INDEX "IX_Gatherings_ContentFacilitatorId" ON "Gatherings" ("ContentFacilitatorId");


CREATE INDEX "IX_Gatherings_KindId" ON "Gatherings" ("KindId");


CREATE INDEX "IX_Gatherings_LocationId" ON "Gatherings" ("LocationId");


CREATE INDEX "IX_Gatherings_ProcessFacilitatorId" ON "Gatherings" ("ProcessFacilitatorId");


CREATE INDEX "IX_Gatherings_ReserveFacilitatorId" ON "Gatherings" ("ReserveFacilitatorId");


CREATE UNIQUE INDEX "IX_Gatherings_SeriesId_Number" ON "Gatherings" ("SeriesId", "Number");


CREATE INDEX "IX_InvitationEvents_InvitationId" ON "InvitationEvents" ("InvitationId");


CREATE INDEX "IX_Invitations_ApproacherId" ON "Invitations" ("ApproacherId");


CREATE INDEX "IX_Invitations_GatheringId_Answer" ON "Invitations" ("GatheringId", "Answer");


CREATE UNIQUE INDEX "IX_Invitations_GatheringId_PersonId" ON "Invitations" ("GatheringId", "PersonId");


CREATE INDEX "IX_Invitations_PersonId" ON "Invitations" ("PersonId");


CREATE INDEX "IX_Invitations_PerspectiveId" ON "Invitations" ("PerspectiveId");


CREATE UNIQUE INDEX "IX_LifeDomains_Name" ON "LifeDomains" ("Name");


CREATE INDEX "IX_Links_GatheringId" ON "Links" ("GatheringId");


CREATE INDEX "IX_Links_PersonId_GatheringId_Purpose" ON "Links" ("PersonId", "GatheringId", "Purpose");


CREATE INDEX "IX_Mails_GatheringId" ON "Mails" ("GatheringId");


CREATE INDEX "IX_Mails_InvitationId" ON "Mails" ("InvitationId");


CREATE UNIQUE INDEX "IX_Mails_Key" ON "Mails" ("Key");


CREATE INDEX "IX_Mails_PersonId" ON "Mails" ("PersonId");


CREATE INDEX "IX_Mails_State_NextAt" ON "Mails" ("State", "NextAt");


CREATE INDEX "IX_Memberships_PersonId" ON "Memberships" ("PersonId");


CREATE INDEX "IX_Memberships_ProjectId" ON "Memberships" ("ProjectId");


CREATE INDEX "IX_PartyPreset_LifeDomainId" ON "PartyPreset" ("LifeDomainId");


CREATE UNIQUE INDEX "IX_PersonPerspectives_PersonId_PerspectiveId" ON "PersonPerspectives" ("PersonId", "PerspectiveId");


CREATE INDEX "IX_PersonPerspectives_PerspectiveId" ON "PersonPerspectives" ("PerspectiveId");


CREATE INDEX "IX_Persons_Email" ON "Persons" ("Email");


CREATE INDEX "IX_Persons_OrganisationId" ON "Persons" ("OrganisationId");


CREATE UNIQUE INDEX "IX_Perspectives_ProjectId_Name" ON "Perspectives" ("ProjectId", "Name");


CREATE INDEX "IX_RoleAssignments_PersonId_ProjectId" ON "RoleAssignments" ("PersonId", "ProjectId");


CREATE INDEX "IX_RoleAssignments_ProjectId" ON "RoleAssignments" ("ProjectId");


CREATE INDEX "IX_Series_LifeDomainId" ON "Series" ("LifeDomainId");


CREATE INDEX "IX_Series_ProjectId" ON "Series" ("ProjectId");


CREATE INDEX "IX_SignInRequests_AccountId" ON "SignInRequests" ("AccountId");


CREATE INDEX "IX_SignInRequests_ExpiresAt" ON "SignInRequests" ("ExpiresAt");


CREATE UNIQUE INDEX "IX_SignInRequests_TokenHash" ON "SignInRequests" ("TokenHash");


CREATE UNIQUE INDEX "IX_WantedSeats_GatheringId_PerspectiveId" ON "WantedSeats" ("GatheringId", "PerspectiveId");


CREATE INDEX "IX_WantedSeats_PerspectiveId" ON "WantedSeats" ("PerspectiveId");


