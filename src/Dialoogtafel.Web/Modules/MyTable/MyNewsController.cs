using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>Post to <c>{path}/op-de-hoogte</c>. Not ticked as served.</summary>
public sealed class NewsForm
{
    public bool Yes { get; set; }
}

/// <param name="Gets">She gets the news of this project already.</param>
public sealed record NewsPage(LinkOwner Owner, Contact? Contact, string Project, bool Gets, NewsForm Form);

/// <summary>
/// "Houd mij op de hoogte": for who does not come, and for everybody after the table. It makes her publiek when she has
/// no other role.
/// </summary>
public sealed class MyNewsController(
    MyTableGate gate,
    DialoogtafelDb db,
    Subscriptions subscriptions,
    TimeProvider clock
) : MyTableBase(gate, clock)
{
    [HttpGet("op-de-hoogte")]
    public async Task<IActionResult> Ask(CancellationToken stop) =>
        await WithPageAsync(stop, (pages, _) => NewsViewAsync(pages, new NewsForm(), stop));

    [HttpPost("op-de-hoogte")]
    public async Task<IActionResult> Send([Bind(Prefix = "Form")] NewsForm form, CancellationToken stop) =>
        await WithPageAsync(stop, async (pages, invitation) =>
        {
            if (!form.Yes)
            {
                ModelState.AddModelError("Form.Yes", "Zet eerst het vinkje. Dan krijgt u de nieuwsbrief.");
                return BadForm(await NewsViewAsync(pages, form, stop));
            }

            await using var write = await db.BeginWriteAsync(stop);
            var person = await db.Persons.SingleAsync(item => item.Id == invitation.PersonId, stop);
            var project = await db.Projects.SingleAsync(
                item => item.Id == invitation.Gathering!.Series!.ProjectId,
                stop
            );
            if (
                person is { Email: not null, RemovalRequestedAt: null }
                && await subscriptions.StartAsync(
                    person,
                    project,
                    "kwam niet of was klaar, en wil op de hoogte blijven",
                    Now,
                    stop
                )
            )
            {
                await write.SaveAsync(stop);
            }

            return SeeOther($"{pages.Owner.Path}/op-de-hoogte");
        });

    private async Task<IActionResult> NewsViewAsync(MyTablePages pages, NewsForm form, CancellationToken stop)
    {
        var (person, project) = (pages.Facts.Person!, pages.Facts.Gathering!.Series!.Project!);
        if (person.Email is null)
        {
            return Lost();
        }

        var gets = await db.Consents.AnyAsync(
            item =>
                item.PersonId == person.Id
                && item.ProjectId == project.Id
                && item.Purpose == ConsentPurpose.Newsletter
                && item.WithdrawnAt == null,
            stop
        );
        return await Page("News", new NewsPage(pages.Owner, pages.Contact, project.Name, gets, form));
    }
}
