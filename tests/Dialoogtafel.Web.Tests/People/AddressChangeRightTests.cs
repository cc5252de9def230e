using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.People;

/// <summary>Whose address somebody of the team may change, and with which form.</summary>
public sealed class AddressChangeRightTests : AddressChangeFixture
{
    [Fact]
    public async Task A_member_changes_her_own_address_with_both_factors_and_it_counts_as_set_by_the_team()
    {
        using var byLink = await ChangePersonAsync(
            world.OrganiserPerson,
            "petra@nieuw.example",
            await site.SignedInByLinkAsync(world.OrganiserPerson)
        );
        Assert.Equal(HttpStatusCode.Forbidden, byLink.StatusCode);

        using var own = await ChangePersonAsync(world.OrganiserPerson, "petra@nieuw.example", petra);
        await site.Run<MailPump>();

        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        Assert.Equal(
            "petra@nieuw.example",
            await site.Db(db =>
                db.Users.Where(item => item.PersonId == world.OrganiserPerson).Select(item => item.Email).SingleAsync()
            )
        );
        Assert.NotNull(
            await site.Db(db =>
                db.Persons.Where(item => item.Id == world.OrganiserPerson)
                    .Select(item => item.AddressSetByTeamAt)
                    .SingleAsync()
            )
        );
        Assert.Single(MailBox.To(site, World.Organiser));
        Assert.Equal(0, await site.Db(db => db.ReadLog.CountAsync()));
    }

    [Fact]
    public async Task Somebody_who_signs_in_with_an_address_is_the_only_one_who_changes_it()
    {
        var jan = await world.Member("Jan", "jan@team.example", TeamRole.CoResearcher, world.Project);
        var stranger = await site.SignedInAsync("mallory", TeamRole.Organiser, await site.ProjectAsync("Elders"));

        using var refused = await ChangePersonAsync(jan, "mallory@elders.example", stranger);
        using var colleague = await ChangePersonAsync(jan, "jan@nieuw.example", petra);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (refused.StatusCode, colleague.StatusCode));
        Assert.Contains("Alleen Jan verandert het", (await colleague.PageAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal(
            "jan@team.example",
            await site.Db(db => db.Persons.Where(item => item.Id == jan).Select(item => item.Email).SingleAsync())
        );
        Assert.Equal(
            "jan@team.example",
            await site.Db(db => db.Users.Where(item => item.PersonId == jan).Select(item => item.Email).SingleAsync())
        );
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
    }

    [Fact]
    public async Task Somebody_who_belongs_to_no_project_yet_may_be_corrected_by_any_recruiter()
    {
        var cor = await site.Db(async db =>
        {
            var person = db.Persons.Add(new Person { FirstName = "Cor", CreatedAt = site.Clock.Utc }).Entity;
            await db.SaveChangesAsync();
            // As it was stored before there was a rule.
            await db
                .Persons.Where(item => item.Id == person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, "cor@voorbeeld,example"));
            return person.Id;
        });
        var stranger = await site.SignedInAsync("mallory", TeamRole.CoResearcher, await site.ProjectAsync("Elders"));

        using var answer = await ChangePersonAsync(cor, "cor@voorbeeld.example", stranger);

        // The former address takes no mail: nothing goes there, and that is no error.
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
    }

    [Fact]
    public async Task Somebody_who_was_erased_has_no_address_to_change()
    {
        var person = (await world.Read(anna)).PersonId;
        await TypeAsync(anna, "toestel");
        await ChangeAsync(anna, New);
        var page = await petra.PageAsync($"/personen/{person}");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.True(
                await scope
                    .ServiceProvider.GetRequiredService<Eraser>()
                    .EraseAsync(person, Hand.Self, site.Clock.Utc, default)
            );
        }

        using var answer = await petra.SendAsync(
            page,
            $"/personen/{person}",
            ("Contact.Email", "weer@voorbeeld.example")
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var row = await site.Db(db => db.Persons.AsNoTracking().SingleAsync(item => item.Id == person));
        Assert.Equal((null, null, null), (row.Email, row.AddressSetByTeamAt, row.DevicesBefore));
        Assert.Empty(await world.RowsOf(AddressChangedMail.Name));
    }

    [Fact]
    public async Task A_form_that_is_out_of_date_changes_no_address_whatever_version_it_claims()
    {
        var person = (await world.Read(anna)).PersonId;
        var stranger = await site.SignedInAsync("mallory", TeamRole.CoResearcher, await site.ProjectAsync("Elders"));

        using var claimed = await stranger.SendAsync(
            $"/personen/{person}",
            $"/personen/{person}",
            ("Contact.Email", New),
            ("Contact.Version", "9")
        );

        Assert.Equal(New, (await claimed.PageAsync()).QuerySelector("#Contact_Email")!.ValueOf());
        Assert.Equal(Old, (await world.Read(anna)).Person!.Email);
    }
}
