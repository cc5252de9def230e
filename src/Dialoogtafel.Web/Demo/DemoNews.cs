using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Demo;

/// <summary>
/// Three people who asked for the news, what the public page tells, a newsletter that was sent, and one that waits for
/// somebody to send it.
/// </summary>
internal static class DemoNews
{
    private static readonly (string First, string Last)[] Readers =
    [
        ("Willemijn", "Postma"),
        ("Cor", "Aalbers"),
        ("Yusra", "Demir"),
    ];

    public static async Task AddAsync(DialoogtafelDb db, DemoWorld world, DateTime now, CancellationToken stop)
    {
        var asked = now.AddDays(-6);
        world.Project.Results =
            "Wij hebben de eerste gesprekken voorbereid.\n\n### Wat wij al hoorden\n- Een rustige plek "
            + "helpt meer dan een kortere dag.\n- Uitleg aan collega’s maakt het werk lichter.";
        var people = Readers
            .Select(item => new Person
            {
                FirstName = item.First,
                LastName = item.Last,
                Email = $"{item.First.ToLowerInvariant()}@lezer.example",
                CreatedAt = asked,
            })
            .ToList();
        db.Persons.AddRange(people);
        await db.SaveChangesAsync(stop);
        foreach (var person in people)
        {
            db.Consents.Add(
                new ConsentRecord
                {
                    PersonId = person.Id,
                    ProjectId = world.Project.Id,
                    Purpose = ConsentPurpose.Newsletter,
                    TextVersion = "nieuws-2026-11",
                    Channel = ConsentChannel.Page,
                    GivenAt = asked,
                }
            );
            db.RoleAssignments.Add(
                new RoleAssignment
                {
                    PersonId = person.Id,
                    ProjectId = world.Project.Id,
                    Role = ParticipationRole.Public,
                    From = asked,
                    Reason = "vroeg op de site om nieuws",
                }
            );
            db.Links.Add(
                new PersonalLink
                {
                    Purpose = LinkPurpose.Newsletter,
                    PersonId = person.Id,
                    ProjectId = world.Project.Id,
                    CreatedAt = asked,
                }
            );
        }

        var sent = new NewsletterIssue
        {
            ProjectId = world.Project.Id,
            Title = "Wat er lukte na het gesprek over sporten",
            CreatedAt = asked,
            Body =
                "### Een proefles in het zwembad\n\nWie wil, mag op een rustig moment komen kijken. De "
                + "club heeft er een vaste ochtend voor gemaakt.",
        };
        sent.Schedule(asked, world.Organiser.Id, asked);
        sent.Publish(asked);
        sent.AllQueued(asked);
        db.NewsletterIssues.Add(sent);
        db.NewsletterIssues.Add(
            new NewsletterIssue
            {
                ProjectId = world.Project.Id,
                Title = "Wij beginnen met de gesprekken over werk",
                CreatedAt = now,
                Body =
                    "Deze maand beginnen wij. Mensen die het zelf meemaken, naasten en mensen die er voor "
                    + "het werk mee te maken hebben, praten samen over werk zoeken en houden.\n\n"
                    + "### Wat komt er daarna?\nWij schrijven op wat beter kan, en wie wat gaat doen. In de "
                    + "volgende brief leest u wat ervan kwam.",
            }
        );
    }
}
