using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.AfterTable.Contacts;
using Dialoogtafel.Web.Modules.Preparation;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>What the page after the table shows to one person: what they came for, said and gave.</summary>
public sealed class LookBackReader(
    DialoogtafelDb db,
    PreparationReader preparations,
    ContactDesk contacts,
    ContactListReader lists,
    FieldCipher cipher,
    InstallationOptions options
)
{
    /// <param name="typed">What stood in the form of the contact list; null = what is stored.</param>
    public async Task<LookBackPage> ReadAsync(
        MyTablePages pages,
        Attendance? mark,
        LookBackForm form,
        ContactForm? typed,
        CancellationToken stop
    )
    {
        var invitation = pages.Facts;
        pages.Preparation = await preparations.ReadAsync(invitation, stop);
        var told = FetchCheck.Newest(
            await db.FetchChecks.AsNoTracking().Where(item => item.InvitationId == invitation.Id).ToListAsync(stop)
        );
        var writer = told?.ById is { } by
            ? await db.Persons.Where(item => item.Id == by).Select(item => item.FirstName).SingleOrDefaultAsync(stop)
            : null;
        var here = pages.Device is not null;
        var organisation = here
            ? await db
                .Persons.Where(item => item.Id == invitation.PersonId)
                .Select(item => item.Organisation!.Name)
                .SingleOrDefaultAsync(stop)
            : null;
        var sent = mark?.IsPresent == true && await lists.HasLeftAsync(invitation.GatheringId, stop);
        return new LookBackPage
        {
            Owner = pages.Owner,
            Gathering = pages.Line,
            Contact = pages.Contact,
            Fetch = pages.Fetch,
            Months = options.AnswerMonths,
            Form = form,
            Told = told is null
                ? null
                : new(
                    told.Outcome,
                    pages.Wall.Local(told.At),
                    told.Words is { } words && pages.MaySee(told.Device, told.At) ? cipher.Open(words) : null,
                    writer
                )
                {
                    HidesWords = told.Words is not null && !pages.MaySee(told.Device, told.At),
                },
            OwnEmail = here ? invitation.Person!.Email : null,
            OwnPhone = here ? invitation.Person!.Phone : null,
            OwnOrganisation = organisation,
            LacksPhone = string.IsNullOrEmpty(invitation.Person!.Phone),
            ListHasLeft = sent,
            List = here && sent ? (await lists.ReadAsync(invitation.GatheringId, stop)).Lines : [],
            Give = typed
                ?? ContactTicks.Fill(
                    new ContactForm(),
                    await contacts.FieldsOfAsync(invitation.PersonId, invitation.GatheringId, stop)
                ),
        };
    }
}
