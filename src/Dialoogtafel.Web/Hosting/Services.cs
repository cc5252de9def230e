using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.AfterTable.Reports;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Modules.Tables;
using Dialoogtafel.Web.Modules.Team.SecondFactor;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Dialoogtafel.Web.Outbox.Templates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Hosting;

/// <summary>The parts below the features: data, keys, mail, clock, rights.</summary>
public static class Services
{
    /// <summary>THE list of recurring jobs.</summary>
    private static readonly ScheduleEntry[] Recurring =
    [
        ScheduleEntry.Of<MailPump>(
            "post",
            "*/5 * * * * *",
            "Mail that waits for its moment or for another try leaves within seconds.",
            onNudge: true
        ),
        ScheduleEntry.Of<ReminderJob>(
            "herinneringen",
            "* * * * *",
            "A reminder leaves within a minute of its moment, or of the end of the quiet hours."
        ),
        ScheduleEntry.Of<OverviewJob>(
            "voorbereiding",
            "*/5 * * * *",
            "A facilitator reads how many people have prepared on the morning that was chosen."
        ),
        ScheduleEntry.Of<FollowUpJob>(
            "opvolging",
            "*/5 * * * *",
            "The owner of an action is asked on the morning of the day; a mail that failed is a call within minutes."
        ),
        ScheduleEntry.Of<ActionDigestJob>(
            "actie-overzicht",
            "*/15 * * * *",
            "A coordinator reads every Monday morning which actions wait for somebody."
        ),
        ScheduleEntry.Of<NewsletterJob>(
            "nieuwsbrief",
            "*/20 * * * * *",
            "A newsletter goes to the outbox within half a minute of its moment; what a stop left undone goes on."
        ),
        ScheduleEntry.Of<RetentionJob>(
            "bewaartermijnen",
            "30 3 * * *",
            "What is past its date goes every night; one night later is what we promise at most."
        ),
        ScheduleEntry.Of<MailUpkeep>(
            "post-opruimen",
            "0 * * * *",
            "A mail whose sender died shows as uncertain within the hour; bytes and log lines go on their day."
        ),
    ];

    public static IServiceCollection AddInstallation(this IServiceCollection services, InstallationOptions options)
    {
        var keys = new Lazy<KeyFolder>(() => new KeyFolder(options.KeysFolder));
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new WallClock(options.Zone));
        services.AddSingleton<LocalAddress>();
        services.AddSingleton(_ => new FieldCipher(keys.Value.FieldKey));
        services.AddSingleton(_ => new LinkTokens(keys.Value.LinkSecret));
        services.AddSingleton(_ => new SignInCodes(keys.Value.LinkSecret));
        services.AddSingleton<LinkCookies>();
        services
            .AddDataProtection()
            .SetApplicationName("Dialoogtafel")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.KeysFolder, "ring")));
        services.AddScoped<Installation>();
        return services;
    }

    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSingleton<DataFolderLock>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<SqliteRules>();
        services.AddDbContext<DialoogtafelDb>(
            (provider, builder) =>
                builder
                    .UseSqlite(
                        SqliteRules.ConnectionString(provider.GetRequiredService<InstallationOptions>().DatabaseFile),
                        // A list is one parameter, so that the SQL of a query stays the same and is made once.
                        sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                    )
                    .AddInterceptors(provider.GetRequiredService<SqliteRules>())
        );
        services.AddScoped<SeatingDesk>();
        services.AddScoped<CallFactsReader>();
        return services;
    }

    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton(_ => new MailTemplates(Paths.Templates));
        services.AddSingleton<MailComposer>();
        services.AddSingleton<CalendarWriter>();
        services.AddSingleton<MailTransports>();
        services.AddSingleton<PumpTurn>();
        services.AddScoped<PauseDesk>();
        services.AddScoped<MailOutbox>();
        services.AddScoped<TableFacts>();
        services.AddScoped<ContactListReader>();
        services.AddScoped<ContactListDesk>();
        services.AddScoped<TableCalendar>();
        services.AddScoped<TableMails>();
        services.AddScoped<OneADay>();
        services.AddScoped<LateCancellationAlarm>();
        services.AddScoped<TableNews>();
        services.AddScoped<MoveDesk>();
        services.AddScoped<AddressDesk>();
        services.AddScoped<ReaderDesk>();
        services.AddScoped<CancelDesk>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<PreparationDesk>();
        services.AddScoped<ActionMails>();
        services.AddScoped<ActionDesk>();
        services.AddScoped<LinkDesk>();
        services.AddScoped<NewsletterMails>();
        services.AddSingleton<MailFiles>();
        services.AddScoped<EarlierReport>();
        services.AddScoped<ReportEraser>();
        services.AddScoped<ContactListEraser>();
        services.AddScoped<Eraser>();
        return services;
    }

    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Schedule(
            provider.GetRequiredService<InstallationOptions>().Zone,
            Recurring
        ));
        return services.AddClockEngine();
    }

    public static IServiceCollection AddTeamSignIn(this IServiceCollection services)
    {
        services
            .AddIdentityCore<TeamAccount>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                // The user name is the mail address, and any letter may stand in one (o'hara@…).
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<DialoogtafelDb>();
        services.AddSingleton<TeamSession>();
        services.AddSingleton<NetworkLimit>();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.EventsType = typeof(TeamSession);
                cookie.Cookie.Name = "team";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
                cookie.SlidingExpiration = true;
            });
        services.AddScoped<SecondFactors>();
        services.AddScoped<SecondFactorRecovery>();
        services.AddScoped<RightsFilter>();
        services.AddScoped<FormGuard>();
        return services;
    }
}
