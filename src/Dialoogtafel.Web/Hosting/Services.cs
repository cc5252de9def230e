using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Admin;
using Dialoogtafel.Web.Modules.AfterTable;
using Dialoogtafel.Web.Modules.CallList;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.MyTable;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Modules.Tables;
using Dialoogtafel.Web.Modules.Team;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Outbox.Smtp;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Hosting;

/// <summary>The parts below the modules (data, keys, mail, clock, rights), and the list of the modules.</summary>
public static class Services
{
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
        return services;
    }

    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton(_ => new MailTemplates(Paths.Templates));
        services.AddSingleton<MailComposer>();
        services.AddSingleton<CalendarWriter>();
        services.AddSingleton<MailTransports>();
        services.AddSingleton<PumpTurn>();
        services.AddJob<MailPump>(
            "post",
            "*/5 * * * * *",
            "Mail that waits for its moment or for another try leaves within seconds.",
            onNudge: true
        );
        services.AddJob<MailUpkeep>(
            "post-opruimen",
            "0 * * * *",
            "A mail whose sender died shows as uncertain within the hour; bytes and log lines go on their day."
        );
        services.AddScoped<PauseDesk>();
        services.AddScoped<MailOutbox>();
        services.AddScoped<MailRenewal>();
        services.AddScoped<PumpServer>();
        services.AddScoped<LastLook>();
        services.AddScoped<OneADay>();
        services.AddScoped<LinkDesk>();
        services.AddSingleton<MailFiles>();
        return services;
    }

    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Schedule(
            provider.GetRequiredService<InstallationOptions>().Zone,
            [.. provider.GetServices<ScheduleEntry>()]
        ));
        return services.AddClockEngine();
    }

    public static IServiceCollection AddAccess(this IServiceCollection services)
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
        services.AddScoped<RightsFilter>();
        services.AddScoped<FormGuard>();
        services.AddScoped<LinkGate>();
        services.AddScoped<ReportAccess>();
        return services;
    }

    /// <summary>In the order of the house (docs/architecture.md).</summary>
    public static IServiceCollection AddModules(this IServiceCollection services) =>
        services
            .AddSeries()
            .AddPeople()
            .AddTeam()
            .AddInvitations()
            .AddPreparation()
            .AddActions()
            .AddAfterTable()
            .AddNewsletter()
            .AddTables()
            .AddCallList()
            .AddMyTable()
            .AddAdmin();
}
