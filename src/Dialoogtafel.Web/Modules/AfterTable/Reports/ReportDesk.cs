using System.Globalization;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Links;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Reports;

/// <summary>Who gets the report, and who does not and why.</summary>
public sealed record ReportReceivers(
    IReadOnlyList<Invitation> Go,
    IReadOnlyList<(Invitation Invitation, string Why)> Left
);

/// <summary>
/// Sends the report of a table by personal link: to who was there, and to who thought along at a distance (M-15).
/// </summary>
public sealed class ReportDesk(
    DialoogtafelDb db,
    ContactListReader contacts,
    LinkDesk links,
    MailOutbox outbox,
    TableFacts about,
    Installation installation
) : IMakesAnew
{
    /// <param name="report">As it would be sent.</param>
    public async Task<ReportReceivers> ReceiversAsync(Gathering table, TableReport report, CancellationToken stop)
    {
        var far = await db
            .Invitations.AsNoTracking()
            .WithFacts()
            .Where(item =>
                item.GatheringId == table.Id
                && item.WithdrawnAt == null
                && item.Answer == RsvpAnswer.Contribute
                && item.Person!.ErasedAt == null
            )
            .OrderBy(item => item.Person!.FirstName)
            .ToListAsync(stop);
        List<Invitation> all =
        [
            .. (await contacts.PresentAsync(table.Id, stop)).Concat(far).DistinctBy(item => item.Id),
        ];
        var absent = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Where(item =>
                item.GatheringId == table.Id
                && item.WithdrawnAt == null
                && item.Answer == RsvpAnswer.Yes
                && item.Person!.ErasedAt == null
            )
            .OrderBy(item => item.Person!.FirstName)
            .ToListAsync(stop);
        var edition = report.SentWords == report.Words ? report.Edition : report.Edition + 1;
        var begin = string.Create(CultureInfo.InvariantCulture, $"{ReportMail.Name}:{table.Id}:{edition}:");
        var have = (
            await db
                .Mails.Where(mail =>
                    mail.GatheringId == table.Id
                    && mail.Kind == ReportMail.Name
                    && mail.Key.StartsWith(begin)
                    && mail.State != MailState.Recalled
                    && mail.State != MailState.Dropped
                )
                .Select(mail => mail.InvitationId)
                .ToListAsync(stop)
        ).ToHashSet();
        var judged = all.ConvertAll(item =>
            (
                Invitation: item,
                Why: item.Person!.Email is null ? "heeft geen mailadres: druk het af"
                : have.Contains(item.Id) ? "kreeg dit verslag al"
                : ""
            )
        );
        return new(
            [.. judged.Where(item => item.Why.Length == 0).Select(item => item.Invitation)],
            [
                .. judged.Where(item => item.Why.Length > 0),
                .. absent
                    .Where(item => all.TrueForAll(other => other.Id != item.Id))
                    .Select(item => (item, "was er niet")),
            ]
        );
    }

    /// <summary>Within the running save, after <see cref="TableReport.Send"/>; with the recall window.</summary>
    public async Task SendAsync(
        Gathering table,
        TableReport report,
        IEnumerable<Invitation> people,
        DateTime? sendAt,
        DateTime now,
        CancellationToken stop
    )
    {
        foreach (var invitation in people)
        {
            await outbox.AddAsync(
                LetterTo(
                    invitation,
                    table,
                    await TextAsync(table, invitation.Person!, invitation.State == InvitationState.Informant, now, stop)
                ) with
                {
                    SendAt = sendAt,
                    Key = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{ReportMail.Name}:{table.Id}:{report.Edition}:{report.Sendings}:{invitation.Id}"
                    ),
                },
                stop
            );
        }
    }

    /// <inheritdoc/>
    public async Task<Letter?> AnewAsync(OutgoingMail mail, CancellationToken stop)
    {
        if (
            mail is not { Kind: ReportMail.Name, InvitationId: { } id, PersonId: { } person }
            || await db.Invitations.AsNoTracking().WithFacts().SingleOrDefaultAsync(item => item.Id == id, stop)
                is not { Gathering: { StartsAt: not null } table } invitation
            || await db
                .Links.AsNoTracking()
                .FirstOrDefaultAsync(
                    link =>
                        link.PersonId == person
                        && link.GatheringId == table.Id
                        && link.Purpose == LinkPurpose.Report
                        && link.WithdrawnAt == null
                        && link.ExpiresAt == null,
                    stop
                )
                is not { } link
        )
        {
            return null;
        }

        var settings = await installation.ReadAsync(stop);
        return LetterTo(
            invitation,
            table,
            TextOf(table, invitation.Person!, invitation.State == InvitationState.Informant, link, settings)
        );
    }

    private static Letter LetterTo(Invitation invitation, Gathering table, ReportMail text) =>
        new()
        {
            Text = text,
            To = invitation.Person!,
            From = table.ContactPerson,
            GatheringId = table.Id,
            InvitationId = invitation.Id,
            MayBeRecalled = true,
            Key = "",
        };

    /// <summary>
    /// The same mail to oneself, in place of one that still waits; its link opens the text as it stands.
    /// </summary>
    public async Task TestAsync(Gathering table, Person me, DateTime now, CancellationToken stop)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"{ReportMail.Name}-proef:{table.Id}:{me.Id}:");
        await db
            .Mails.Where(mail => mail.Key.StartsWith(begin) && mail.State == MailState.Queued)
            .ForEachAsync(mail => mail.Drop("Er is een nieuwe proefmail."), stop);
        await outbox.AddAsync(
            TestOf(await TextAsync(table, me, false, now, stop), table, me) with
            {
                Key = $"{begin}{Guid.CreateVersion7(new DateTimeOffset(now)):N}",
            },
            stop
        );
    }

    private static Letter TestOf(ReportMail text, Gathering table, Person me) =>
        new()
        {
            // Without a person: it is asked for, and counts as nobody's mail of the day.
            Text = text,
            To = new Person
            {
                FirstName = me.FirstName,
                LastName = me.LastName,
                Email = MailAddress.Read(me.Email).Address,
                Language = me.Language,
            },
            From = table.ContactPerson?.Id == me.Id ? null : table.ContactPerson,
            GatheringId = table.Id,
            Key = "",
        };

    private async Task<ReportMail> TextAsync(
        Gathering table,
        Person to,
        bool atDistance,
        DateTime now,
        CancellationToken stop
    ) =>
        TextOf(
            table,
            to,
            atDistance,
            await links.ForAsync(LinkPurpose.Report, to.Id, table.Id, null, now, stop),
            await installation.ReadAsync(stop)
        );

    private ReportMail TextOf(
        Gathering table,
        Person to,
        bool atDistance,
        PersonalLink link,
        InstallationSettings settings
    ) =>
        new()
        {
            FirstName = to.FirstName,
            Subject = table.Series!.Subject,
            Date = about.Wall.Day(table.StartsAt!.Value),
            Link = links.Address(link, settings),
            AtDistance = atDistance,
            Contact = settings.ContactOf(table.ContactPerson),
            Phone = settings.PhoneOf(table.ContactPerson),
        };
}
