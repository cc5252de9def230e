using System.Globalization;
using Dialoogtafel.Domain.Consent;
using Dialoogtafel.Domain.Gatherings;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Mail;
using Dialoogtafel.Web.Mail.Templates;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Features.TableContacts;

/// <summary>Sends a version of the contact list to who was there, and writes down who received it (M-16, R-101).</summary>
public sealed class ContactListDesk(DialoogtafelDb db, Outbox outbox, TableFacts about)
{
    public const string Kind = TableMails.ContactList;

    /// <summary>Within the running save; with the recall window.</summary>
    /// <param name="table">With its facts.</param>
    /// <param name="people">Who was there and has an address, with their facts.</param>
    public async Task<int> SendAsync(Gathering table, IReadOnlyList<ContactLine> lines, IReadOnlyList<Invitation> people, int by, DateTime? sendAt, DateTime now, CancellationToken stop)
    {
        var last = await db.ContactListVersions.Where(item => item.GatheringId == table.Id).MaxAsync(item => (int?)item.Number, stop) ?? 0;
        var version = new ContactListVersion
        {
            GatheringId = table.Id, Number = last + 1, At = now, ById = by, Receipts = [.. people.Select(item => new ContactListReceipt { PersonId = item.PersonId })],
        };
        db.ContactListVersions.Add(version);
        foreach (var invitation in people)
        {
            var facts = await about.OfAsync(invitation, stop);
            await outbox.AddAsync(new Letter
            {
                Text = new ContactListMail
                {
                    FirstName = facts.FirstName, Subject = facts.Subject, Date = DateOnly.FromDateTime(facts.Start), Link = facts.Link, Contact = facts.Contact, Phone = facts.Phone, Number = version.Number,
                    People = [.. lines.Select(line => new ContactMailLine { Name = line.Name, Phone = line.Phone, Email = line.Email, Organisation = line.Organisation })],
                },
                To = invitation.Person!, From = table.ContactPerson, GatheringId = table.Id, InvitationId = invitation.Id, MayBeRecalled = true, SendAt = sendAt, Key = KeyOf(version, invitation.Id),
            }, stop);
        }

        return version.Number;
    }

    /// <summary>What the keys of one version begin with.</summary>
    public static string BeginOf(ContactListVersion version) => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{version.GatheringId}:{version.Number}:");

    private static string KeyOf(ContactListVersion version, int invitation) => BeginOf(version) + invitation.ToString(CultureInfo.InvariantCulture);
}
