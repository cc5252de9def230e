using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Actions;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// Fills the demo's own folder once, and gives its links at every start. Throw the folder away and it begins anew.
/// </summary>
public static class DemoSeeding
{
    /// <returns>The links of the demo; null when this is not the demo.</returns>
    public static async Task<DemoLinks?> SeedDemoAsync(
        this WebApplication app,
        InstallationOptions options,
        int port,
        CancellationToken stop = default
    )
    {
        if (!options.Demo)
        {
            return null;
        }

        // The mails carry links, and are composed before anybody listens.
        app.Services.GetRequiredService<LocalAddress>().Value = $"http://localhost:{port}";
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DialoogtafelDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!await db.Projects.AnyAsync(stop))
        {
            await FillAsync(services, db, now, options, stop);
        }

        return await DemoLinks.MakeAsync(db, services.GetRequiredService<LinkTokens>(), options, now.UtcDateTime, stop);
    }

    /// <summary>All or nothing: a start that was stopped half-way leaves an empty demo.</summary>
    private static async Task FillAsync(
        IServiceProvider services,
        DialoogtafelDb db,
        DateTimeOffset now,
        InstallationOptions options,
        CancellationToken stop
    )
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        var world = await DemoWorld.MakeAsync(db, now.UtcDateTime, options.Zone, stop);
        var clock = new DemoClock(now);
        var outbox = ActivatorUtilities.CreateInstance<MailOutbox>(services, clock);
        var letters = ActivatorUtilities.CreateInstance<InvitationLetters>(
            services,
            ActivatorUtilities.CreateInstance<TableCalendar>(services, clock),
            clock
        );
        var mails = ActivatorUtilities.CreateInstance<TableMails>(services, outbox, letters);
        await ActivatorUtilities
            .CreateInstance<DemoStory>(
                services,
                world,
                clock,
                mails,
                outbox,
                ActivatorUtilities.CreateInstance<DemoParts>(services)
            )
            .TellAsync(stop);
        await ActivatorUtilities
            .CreateInstance<DemoAfter>(
                services,
                world,
                clock,
                ActivatorUtilities.CreateInstance<ActionMails>(services, outbox)
            )
            .TellAsync(stop);
        await ActivatorUtilities.CreateInstance<DemoReport>(services, world, clock).TellAsync(stop);
        await PlanAsync(services, outbox, world, now, stop);
        await DemoNews.AddAsync(db, world, now.UtcDateTime, stop);
        await transaction.SaveAsync(stop);
        db.ChangeTracker.Clear();
    }

    /// <summary>One mail that waits until tomorrow, so that nothing falls due while somebody looks around.</summary>
    private static async Task PlanAsync(
        IServiceProvider services,
        MailOutbox outbox,
        DemoWorld world,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var installation = services.GetRequiredService<Installation>();
        await outbox.AddAsync(
            new Letter
            {
                Text = new WelcomeToTeamMail
                {
                    FirstName = world.CoResearcher.FirstName,
                    Project = world.Project.Name,
                    AddedBy = world.Organiser.FullName,
                    Link = installation.Link(await installation.ReadAsync(stop), "start"),
                },
                To = world.CoResearcher,
                From = world.Organiser,
                Key = $"welkom-team:{world.CoResearcher.Id}:{world.Project.Id}",
                Wait = TimeSpan.FromDays(1),
            },
            stop
        );
    }
}
