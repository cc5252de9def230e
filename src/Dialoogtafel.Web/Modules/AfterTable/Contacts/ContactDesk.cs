using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.AfterTable.Contacts;

/// <summary>The fields that one person gives for the contact list of one table, as ticks on a form.</summary>
public class ContactTicks
{
    public bool Name { get; set; }
    public bool Email { get; set; }
    public bool Phone { get; set; }
    public bool Organisation { get; set; }

    public IReadOnlySet<ContactField> Fields() =>
        new[]
        {
            (Name, ContactField.Name),
            (Email, ContactField.Email),
            (Phone, ContactField.Phone),
            (Organisation, ContactField.Organisation),
        }
            .Where(item => item.Item1)
            .Select(item => item.Item2)
            .ToHashSet();

    public static TForm Fill<TForm>(TForm form, IReadOnlySet<ContactField> given)
        where TForm : ContactTicks
    {
        (form.Name, form.Email, form.Phone, form.Organisation) = (
            given.Contains(ContactField.Name),
            given.Contains(ContactField.Email),
            given.Contains(ContactField.Phone),
            given.Contains(ContactField.Organisation)
        );
        return form;
    }
}

/// <summary>Reads and changes what people give for the contact list of a table .</summary>
public sealed class ContactDesk(DialoogtafelDb db, ContactListDesk lists)
{
    /// <summary>Version of the sentences that a person reads or hears beside the ticks.</summary>
    public const string TextVersion = "contactlijst-1";

    public async Task<IReadOnlySet<ContactField>> FieldsOfAsync(int person, int gathering, CancellationToken stop) =>
        ContactList.FieldsOf(person, gathering, await Own(person, gathering).AsNoTracking().ToListAsync(stop));

    /// <summary>
    /// Whether somebody gives a phone number or a mail address that we do not have: a list would promise what it cannot
    /// hold.
    /// </summary>
    public static bool Lacks(ContactField field, Person person, IReadOnlySet<ContactField> wanted) =>
        wanted.Contains(field)
        && string.IsNullOrEmpty(
            field switch
            {
                ContactField.Phone => person.Phone,
                ContactField.Email => person.Email,
                _ => person.FullName,
            }
        );

    /// <summary>
    /// Saves the change, and what follows from it for lists that wait; within a write transaction of the caller.
    /// </summary>
    public async Task ChangeAsync(
        int person,
        Gathering table,
        IReadOnlySet<ContactField> wanted,
        ConsentChannel channel,
        int? by,
        DateTime now,
        CancellationToken stop
    )
    {
        db.Consents.AddRange(
            ContactList.Change(
                await Own(person, table.Id).ToListAsync(stop),
                wanted,
                new(person, table.Series!.ProjectId, table.Id, TextVersion, channel, by),
                now
            )
        );
        await db.SaveChangesAsync(stop);
        await lists.SyncAsync(now, stop);
    }

    private IQueryable<ConsentRecord> Own(int person, int gathering) =>
        db.Consents.Where(item =>
            item.PersonId == person && item.GatheringId == gathering && item.Purpose == ConsentPurpose.ContactList
        );
}
