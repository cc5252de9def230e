using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Admin.MailLog;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>Puts a mail in the outbox in any state, and asks what the start page says of it.</summary>
public abstract class PostFixture
{
    protected const string Secret = "aaaaaab23456789abcdefghijkmnpqrstuvwxyz";

    protected static async Task<int> TableAsync(Site site, int? project) =>
        await site.Db(async db =>
        {
            var kind = await db.DialogueKindAsync();
            var domain = await db.LifeDomains.FirstAsync();
            var series = new GatheringSeries
            {
                ProjectId = project!.Value,
                LifeDomainId = domain.Id,
                Subject = "werk",
            };
            series.Gatherings.Add(Gathering.Of(kind, 1));
            db.Add(series);
            await db.SaveChangesAsync();
            return series.Gatherings[0].Id;
        });

    protected static async Task<Guid> AddAsync(
        Site site,
        string name,
        int? table,
        MailState state = MailState.Queued,
        bool unlisted = false
    )
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        var address = name.StartsWith('Ç') ? "cagla@voorbeeld.example" : $"{name.ToLowerInvariant()}@voorbeeld.example";
        var mail = (
            await scope
                .ServiceProvider.GetRequiredService<MailOutbox>()
                .AddAsync(
                    new Letter
                    {
                        Text = new WelcomeToTeamMail
                        {
                            FirstName = name,
                            Project = "Werk",
                            AddedBy = "Anna",
                            Link = new Uri($"https://tafel.example/u/{Secret}"),
                        },
                        To = new Person { FirstName = name, Email = address },
                        Key = $"proef:{name}",
                        GatheringId = table,
                        Unlisted = unlisted,
                    }
                )
        )!;
        if (state != MailState.Queued)
        {
            mail.Claim(site.Clock.Utc);
        }

        if (state == MailState.Failed)
        {
            mail.Refused("550 onbekend");
        }
        else if (state == MailState.Uncertain)
        {
            mail.BecameUncertain("De verbinding brak af.");
        }

        await db.SaveChangesAsync();
        return mail.Id;
    }

    protected static async Task<IReadOnlyList<NextStep>> StepsAsync(Site site, int project)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var actor = new Actor(
            1,
            new Person { FirstName = "Anna" },
            [
                new TeamMembership
                {
                    PersonId = 1,
                    ProjectId = project,
                    Role = TeamRole.Organiser,
                    From = site.Clock.Utc,
                },
            ]
        );
        var source = scope.ServiceProvider.GetServices<INextStepSource>().OfType<MailLogNextStep>().Single();
        return await source.FindAsync(actor, site.Clock.Utc, CancellationToken.None);
    }

    protected static Task<OutgoingMail> MailAsync(Site site, Guid id) =>
        site.Db(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id));
}
