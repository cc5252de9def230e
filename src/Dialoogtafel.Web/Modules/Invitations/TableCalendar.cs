using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Calendar;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// The entry of a table in one person's calendar: one UID for life, a SEQUENCE that grows with each move, taken away
/// only where one was put (RFC 5546). Invitation, person and gathering with its facts must be
/// loaded.
/// </summary>
public sealed class TableCalendar(
    DialoogtafelDb db,
    Installation installation,
    InstallationOptions options,
    CalendarWriter writer,
    TimeProvider clock
)
{
    /// <summary>
    /// Those of these invitations whose person has an entry now: the last file that may have arrived put it there.
    /// </summary>
    public async Task<IReadOnlySet<int>> StandingAsync(IReadOnlyCollection<int> invitations, CancellationToken stop)
    {
        var files = await db
            .Mails.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(mail =>
                mail.InvitationId != null && invitations.Contains(mail.InvitationId.Value) && mail.Entry != null
            )
            .Select(mail => new
            {
                Invitation = mail.InvitationId!.Value,
                mail.Entry,
                mail.State,
                mail.QueuedAt,
                mail.Id,
            })
            .ToListAsync(stop);
        return files
            .Where(file => OutgoingMail.MayHaveArrived(file.State))
            .GroupBy(file => file.Invitation)
            .Where(group =>
                group.OrderBy(file => file.QueuedAt).ThenBy(file => file.Id).Last().Entry == CalendarChange.Put
            )
            .Select(group => group.Key)
            .ToHashSet();
    }

    /// <summary>Makes or updates the entry.</summary>
    public async Task<CalendarFile> PutAsync(Invitation invitation, CancellationToken stop) =>
        new(CalendarChange.Put, await WriteAsync(invitation, CalendarMethod.Request, stop));

    /// <summary>Takes the entry away.</summary>
    public async Task<CalendarFile> RemoveAsync(Invitation invitation, CancellationToken stop) =>
        new(CalendarChange.Removed, await WriteAsync(invitation, CalendarMethod.Cancel, stop));

    /// <summary>The same entry as a file to download; changes nothing.</summary>
    public async Task<string> FileAsync(Invitation invitation, CancellationToken stop) =>
        (await WriteAsync(invitation, CalendarMethod.Publish, stop)).Text;

    private async Task<CalendarPart> WriteAsync(Invitation invitation, CalendarMethod method, CancellationToken stop)
    {
        var settings = await installation.ReadAsync(stop);
        var gathering = invitation.Gathering!;
        var contact = gathering.ContactPerson;
        var from = installation.From(settings);
        var sender = Usable(from) ?? Installation.NoSender;
        var uid = $"uitnodiging-{invitation.Id}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
        return writer.Write(
            new CalendarEntry
            {
                Method = method,
                Uid = method == CalendarMethod.Publish ? invitation.CalendarUid ?? uid : invitation.NameEntry(uid),
                Sequence = invitation.CalendarSequence(gathering),
                Stamp = clock.GetUtcNow(),
                Start = gathering.StartsAt!.Value,
                End = gathering.EndsAt!.Value,
                ZoneId = options.TimeZone,
                Summary = $"Dialoogtafel: {gathering.Series!.Subject}",
                Location = gathering.Location?.OneLine,
                Organizer = new Mailbox(Usable(contact?.Email) ?? sender, settings.ContactOf(contact)),
                Attendee = new Mailbox(Usable(invitation.Person!.Email) ?? sender, invitation.Person.FullName),
            }
        );
    }

    /// <summary>
    /// The file is made also where an address is none: what a person answers does not wait for somebody else's.
    /// </summary>
    private static string? Usable(string? address) =>
        address is not null && MailAddress.Passes(address) ? address : null;
}
