using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Newsletter;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.Newsletter.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Newsletter;

/// <summary>Who gets an issue of the newsletter, and what her mail says.</summary>
public sealed class NewsletterMails(DialoogtafelDb db, LinkDesk desk, MailOutbox outbox, Installation installation)
    : IMakesAnew
{
    /// <summary>After this it is old news.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    /// <summary>
    /// Everybody who has a running consent for the news of the project, can be mailed, and belongs to the audience by a
    /// running role; without a role as publiek.
    /// </summary>
    public IQueryable<Person> Readers(int project, NewsletterAudience audience)
    {
        var wanted = Enum.GetValues<ParticipationRole>()
            .Where(role => audience.HasFlag(NewsletterIssue.Of(role)))
            .ToList();
        var noRole = audience.HasFlag(NewsletterAudience.Public);
        return db.Persons.Where(person =>
            person.Email != null
            && person.ErasedAt == null
            && person.RemovalRequestedAt == null
            && db.Consents.Any(item =>
                item.PersonId == person.Id
                && item.ProjectId == project
                && item.Purpose == ConsentPurpose.Newsletter
                && item.WithdrawnAt == null
            )
            && (
                db.RoleAssignments.Any(item =>
                    item.PersonId == person.Id
                    && item.ProjectId == project
                    && item.Until == null
                    && wanted.Contains(item.Role)
                )
                || (
                    noRole
                    && !db.RoleAssignments.Any(item =>
                        item.PersonId == person.Id && item.ProjectId == project && item.Until == null
                    )
                )
            )
        );
    }

    /// <summary>As a reader gets it.</summary>
    public static NewsletterMail TextOf(
        NewsletterIssue issue,
        Project project,
        string firstName,
        Uri link,
        Installation installation,
        InstallationSettings settings
    ) =>
        new()
        {
            FirstName = firstName,
            Project = project.Name,
            Title = issue.Title,
            Body = issue.Body,
            Link = link,
            Stop = new Uri(link.AbsoluteUri + "/af"),
            Letter = project.IsPublic
                ? installation.Link(settings, FormattableString.Invariant($"nieuwsbrief/{issue.Id}"))
                : null,
            Contact = settings.OrganisationName,
            Phone = settings.Phone,
        };

    /// <summary>With a link that belongs to nobody, for a look at it.</summary>
    public async Task<NewsletterMail> SampleAsync(
        NewsletterIssue issue,
        Project project,
        Person reader,
        CancellationToken stop
    )
    {
        var settings = await installation.ReadAsync(stop);
        return TextOf(
            issue,
            project,
            reader.FirstName,
            installation.Link(settings, "n/voorbeeld"),
            installation,
            settings
        );
    }

    /// <summary>Adds a trial to the running save, in place of one that still waits.</summary>
    public async Task TryAsync(NewsletterIssue issue, Project project, Person me, DateTime now, CancellationToken stop)
    {
        var begin = FormattableString.Invariant($"{NewsletterTrialMail.Name}:{issue.Id}:{me.Id}:");
        await db
            .Mails.Where(mail => mail.Key.StartsWith(begin) && mail.State == MailState.Queued)
            .ForEachAsync(mail => mail.Drop("Er is een nieuwe proef."), stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new NewsletterTrialMail(await SampleAsync(issue, project, me, stop)),
                To = me,
                From = me,
                Key = $"{begin}{Guid.CreateVersion7(new DateTimeOffset(now)):N}",
                StaleAt = now.AddHours(1),
            },
            stop
        );
    }

    /// <summary>
    /// Adds the mails to these readers to the running save. Links that are missing are made and saved first: their
    /// numbers stand in the mails.
    /// </summary>
    public async Task AddAsync(
        NewsletterIssue issue,
        Project project,
        IReadOnlyList<Person> readers,
        DateTime now,
        CancellationToken stop
    )
    {
        var settings = await installation.ReadAsync(stop);
        var links = await LinksAsync(project.Id, readers, now, stop);
        // Who decided to send it gets the replies.
        var sender = await SenderAsync(issue, stop);
        foreach (var reader in readers)
        {
            await outbox.AddAsync(LetterOf(issue, project, reader, links[reader.Id], sender, settings), stop);
        }
    }

    /// <inheritdoc/>
    public async Task<Letter?> AnewAsync(OutgoingMail mail, CancellationToken stop)
    {
        if (
            mail is not { IssueId: { } id, PersonId: { } person }
            || await db.NewsletterIssues.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, stop)
                is not { SendAt: not null } issue
            || await db.Persons.AsNoTracking().SingleOrDefaultAsync(item => item.Id == person, stop) is not { } reader
            || await OpenLinks(issue.ProjectId, [person]).AsNoTracking().FirstOrDefaultAsync(stop) is not { } link
        )
        {
            return null;
        }

        var project = await db.Projects.AsNoTracking().SingleAsync(item => item.Id == issue.ProjectId, stop);
        var settings = await installation.ReadAsync(stop);
        return LetterOf(issue, project, reader, link, await SenderAsync(issue, stop), settings);
    }

    private Task<Person?> SenderAsync(NewsletterIssue issue, CancellationToken stop) =>
        db
            .Persons.AsNoTracking()
            .SingleOrDefaultAsync(person => person.Id == issue.ScheduledById && person.ErasedAt == null, stop);

    private Letter LetterOf(
        NewsletterIssue issue,
        Project project,
        Person reader,
        PersonalLink link,
        Person? sender,
        InstallationSettings settings
    )
    {
        var text = TextOf(issue, project, reader.FirstName, desk.Address(link, settings), installation, settings);
        return new Letter
        {
            Text = text,
            To = reader,
            From = sender,
            Key = KeyOf(issue.Id, reader.Id),
            IssueId = issue.Id,
            StopAddress = text.Stop,
            StaleAt = issue.SendAt!.Value + Fresh,
        };
    }

    private IQueryable<PersonalLink> OpenLinks(int project, IReadOnlyList<int> people) =>
        db.Links.Where(link =>
            people.Contains(link.PersonId)
            && link.Purpose == LinkPurpose.Newsletter
            && link.ProjectId == project
            && link.WithdrawnAt == null
            && link.ExpiresAt == null
        );

    /// <summary>One mail an issue and reader (S42).</summary>
    public static string KeyOf(int issue, int reader) => FormattableString.Invariant($"nieuwsbrief:{issue}:{reader}");

    private async Task<Dictionary<int, PersonalLink>> LinksAsync(
        int project,
        IReadOnlyList<Person> readers,
        DateTime now,
        CancellationToken stop
    )
    {
        var ids = readers.Select(item => item.Id).ToList();
        var links = (await OpenLinks(project, ids).ToListAsync(stop))
            .GroupBy(link => link.PersonId)
            .ToDictionary(own => own.Key, own => own.First());
        var missing = ids.Where(id => !links.ContainsKey(id))
            .Select(id => new PersonalLink
            {
                Purpose = LinkPurpose.Newsletter,
                PersonId = id,
                ProjectId = project,
                CreatedAt = now,
            })
            .ToList();
        if (missing.Count > 0)
        {
            db.Links.AddRange(missing);
            await db.SaveChangesAsync(stop);
            missing.ForEach(link => links[link.PersonId] = link);
        }

        return links;
    }
}
