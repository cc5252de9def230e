using System.Globalization;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Links;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Mails;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.People;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Contacts;

/// <summary>
/// Sends a version of the contact list to who was there, and writes down who received it (M-16, R-101). A list that
/// waits tells no more than what people give at the moment that it leaves: the key of each mail ends with the stamp of
/// the list that it carries.
/// </summary>
public sealed class ContactListDesk(DialoogtafelDb db, ContactListReader reader, MailOutbox outbox, TableFacts about)
    : ITellsOfPeople,
        ILastLook
{
    /// <summary>Why a list did not leave; the page of the lists knows them by these.</summary>
    internal const string TakenBack = "Teruggehaald.";
    internal const string Newer = "Vervangen: er is een nieuwe lijst.";

    /// <summary>Within the running save; with the recall window. In place of a list that still waits.</summary>
    public async Task<int> SendAsync(
        int gathering,
        StandingList list,
        int by,
        DateTime? sendAt,
        DateTime now,
        CancellationToken stop
    )
    {
        var versions = await VersionsAsync(gathering, stop);
        var waiting = await Waiting(gathering).ToListAsync(stop);
        waiting.ForEach(mail => mail.Drop(Newer));
        ContactListKeys.Forget(waiting, versions).ForEach(item => item.Recall(now));
        var version = Add(versions, gathering, by, now);
        foreach (var invitation in list.Receivers)
        {
            await AddAsync(version, versions, invitation, list, sendAt, stop);
        }

        return version.Number;
    }

    /// <summary>
    /// Makes the lists that wait say what may be said now: to be called in a write transaction, when what people give,
    /// who they are or who was there may have changed and that is stored. Saves what it changes. Whoever waits for a
    /// list still gets one, at the same moment.
    /// </summary>
    public async Task SyncAsync(DateTime now, CancellationToken stop)
    {
        foreach (
            var gathering in await db
                .Mails.Where(mail =>
                    mail.Kind == ContactListMail.Name && mail.State == MailState.Queued && mail.GatheringId != null
                )
                .Select(mail => mail.GatheringId!.Value)
                .Distinct()
                .ToListAsync(stop)
        )
        {
            await SyncAsync(gathering, now, stop);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(OutgoingMail mail, DateTime now, CancellationToken stop) =>
        mail is { Kind: ContactListMail.Name, GatheringId: { } table } && await SyncAsync(table, now, stop);

    /// <summary>See above; of one table.</summary>
    /// <returns>Whether a mail that waited was not right any more.</returns>
    public async Task<bool> SyncAsync(int gathering, DateTime now, CancellationToken stop)
    {
        var waiting = await Waiting(gathering).OrderBy(mail => mail.NextAt).ToListAsync(stop);
        if (waiting.Count == 0)
        {
            return false;
        }

        var list = await reader.ReadAsync(gathering, stop);
        var receivers = list.Receivers.ToDictionary(item => item.Id);
        var old = waiting.FindAll(mail =>
            !ContactListKeys.Carries(mail.Key, list)
            || !receivers.TryGetValue(mail.InvitationId!.Value, out var to)
            || to.Person!.Email != mail.Recipient
        );
        if (old.Count == 0)
        {
            return false;
        }

        var versions = await VersionsAsync(gathering, stop);
        old.ForEach(mail =>
            mail.Drop(
                list.Lines.Count == 0
                    ? "Er staat niemand meer op de lijst."
                    : "Vervangen: de lijst of de ontvanger is veranderd."
            )
        );
        var empty = ContactListKeys.Forget(old, versions);
        await db.SaveChangesAsync(stop);
        if (list.Lines.Count > 0)
        {
            await AgainAsync(
                old.FindAll(mail => receivers.ContainsKey(mail.InvitationId!.Value)),
                receivers,
                list,
                versions,
                now,
                stop
            );
        }

        empty.FindAll(item => item.Receipts.Count == 0).ForEach(item => item.Recall(now));
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>
    /// Takes back what has not left, also what waits for another try: the server surely did not take it.
    /// </summary>
    /// <returns>How many were taken back, and how many of the same lists had left or may have.</returns>
    public async Task<(int Taken, int Gone)> RecallAsync(int gathering, DateTime now, CancellationToken stop)
    {
        var versions = await VersionsAsync(gathering, stop);
        var waiting = await Waiting(gathering).ToListAsync(stop);
        var of = waiting
            .Select(mail => ContactListKeys.VersionOf(mail, versions))
            .OfType<ContactListVersion>()
            .Distinct()
            .Select(ContactListKeys.BeginOf)
            .ToList();
        foreach (var mail in waiting.Where(mail => !mail.Recall()))
        {
            mail.Drop(TakenBack);
        }

        ContactListKeys.Forget(waiting, versions).ForEach(item => item.Recall(now));
        var left = await db
            .Mails.Where(mail => mail.GatheringId == gathering && mail.Kind == ContactListMail.Name)
            .Select(mail => new { mail.Key, mail.State })
            .ToListAsync(stop);
        return (
            waiting.Count,
            left.Count(mail =>
                OutgoingMail.MayHaveArrived(mail.State)
                && of.Exists(begin => mail.Key.StartsWith(begin, StringComparison.Ordinal))
            )
        );
    }

    /// <summary>
    /// The same people at the same moment. As long as nothing of the version left it is made again; else it stays what
    /// others received, and this is the next.
    /// </summary>
    private async Task AgainAsync(
        List<OutgoingMail> old,
        Dictionary<int, Invitation> receivers,
        StandingList list,
        List<ContactListVersion> versions,
        DateTime now,
        CancellationToken stop
    )
    {
        var newest = versions[^1];
        var begin = ContactListKeys.BeginOf(newest);
        var stays = await db
            .Mails.Where(mail =>
                mail.GatheringId == newest.GatheringId
                && mail.Kind == ContactListMail.Name
                && mail.Key.StartsWith(begin)
                && mail.State != MailState.Dropped
                && mail.State != MailState.Recalled
                && mail.State != MailState.Failed
            )
            .Select(mail => mail.Key)
            .ToListAsync(stop);
        var same = newest.RecalledAt is null && stays.TrueForAll(key => ContactListKeys.Carries(key, list));
        var version = same ? newest : Add(versions, newest.GatheringId, newest.ById, now);
        version.At = version.Receipts.Count == 0 ? now : version.At;
        foreach (
            var mail in old.Where(mail => version.Receipts.TrueForAll(receipt => receipt.PersonId != mail.PersonId))
        )
        {
            await AddAsync(version, versions, receivers[mail.InvitationId!.Value], list, mail.NextAt, stop);
        }
    }

    private async Task AddAsync(
        ContactListVersion version,
        List<ContactListVersion> versions,
        Invitation invitation,
        StandingList list,
        DateTime? sendAt,
        CancellationToken stop
    )
    {
        // Her own page stands in it: somebody whose link was taken away gets none, and holds up nobody else.
        if (
            version.Receipts.Exists(receipt => receipt.PersonId == invitation.PersonId)
            || !await db.Links.AnyAsync(
                link =>
                    link.PersonId == invitation.PersonId
                    && link.GatheringId == version.GatheringId
                    && link.Purpose == LinkPurpose.MyTable
                    && link.WithdrawnAt == null,
                stop
            )
        )
        {
            return;
        }

        var facts = await about.OfAsync(invitation, stop);
        var begin = string.Create(CultureInfo.InvariantCulture, $"{ContactListKeys.BeginOf(version)}{invitation.Id}:");
        var times = await db.Mails.CountAsync(mail => mail.Key.StartsWith(begin), stop);
        await outbox.AddAsync(
            new Letter
            {
                Text = new ContactListMail
                {
                    FirstName = facts.FirstName,
                    Subject = facts.Subject,
                    Date = DateOnly.FromDateTime(facts.Start),
                    Link = facts.Link,
                    Contact = facts.Contact,
                    Phone = facts.Phone,
                    Number = version.Number,
                    Again = versions.Exists(item =>
                        item != version && item.Receipts.Exists(receipt => receipt.PersonId == invitation.PersonId)
                    ),
                    People =
                    [
                        .. list.Lines.Select(line => new ContactMailLine
                        {
                            Name = line.Name,
                            Phone = line.Phone,
                            Email = line.Email,
                            Organisation = line.Organisation,
                        }),
                    ],
                },
                To = invitation.Person!,
                From = invitation.Gathering!.ContactPerson,
                GatheringId = version.GatheringId,
                InvitationId = invitation.Id,
                MayBeRecalled = true,
                SendAt = sendAt,
                Key = string.Create(CultureInfo.InvariantCulture, $"{begin}{times}:{list.Stamp}"),
            },
            stop
        );
        version.Receipts.Add(new ContactListReceipt { PersonId = invitation.PersonId });
    }

    private ContactListVersion Add(List<ContactListVersion> versions, int gathering, int by, DateTime now)
    {
        var version = new ContactListVersion
        {
            GatheringId = gathering,
            Number = versions.Select(item => item.Number).DefaultIfEmpty(0).Max() + 1,
            At = now,
            ById = by,
        };
        db.ContactListVersions.Add(version);
        versions.Add(version);
        return version;
    }

    private Task<List<ContactListVersion>> VersionsAsync(int gathering, CancellationToken stop) =>
        db
            .ContactListVersions.Include(item => item.Receipts)
            .Where(item => item.GatheringId == gathering)
            .OrderBy(item => item.Number)
            .ToListAsync(stop);

    private IQueryable<OutgoingMail> Waiting(int gathering) =>
        db
            .Mails.AsTracking()
            .Where(mail =>
                mail.GatheringId == gathering && mail.Kind == ContactListMail.Name && mail.State == MailState.Queued
            );
}
