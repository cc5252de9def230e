using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Invitations;

/// <summary>An invitation leaves without an empty hole, or it does not leave: what is missing is asked first.</summary>
public sealed class TruthfulInvitationTests : IDisposable
{
    private const string Lived = "Ervaringsdeskundige";
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("leiding", "wie de tafel leidt", "/bijeenkomsten/1/gegevens", "#Form_ProcessFacilitatorId")]
    [InlineData("doel", "het doel van de tafel", "/bijeenkomsten/1/gegevens", "#Form_Purpose")]
    [InlineData("datum", "de datum en de tijd", "/bijeenkomsten/1/gegevens", "#Form_Date")]
    [InlineData("plek", "de plek", "/bijeenkomsten/1/gegevens", "#Form_PlaceName")]
    [InlineData("telefoon", "het telefoonnummer", "/personen/1", "#Contact_Phone")]
    public async Task What_is_missing_is_named_with_a_link_to_its_field_and_nothing_leaves(
        string missing,
        string words,
        string page,
        string field
    )
    {
        var (world, invitation) = await WithoutAsync(missing);
        var petra = await world.SignIn();

        await petra.Go($"/uitnodigingen/{invitation}/voorbeeld");

        Assert.Equal(HttpStatusCode.OK, petra.Status);
        Assert.Contains(words, petra.Text, StringComparison.OrdinalIgnoreCase);
        var link = petra
            .Page.QuerySelectorAll("main .next-step a")
            .Single(item => item.Words().Contains(words, StringComparison.OrdinalIgnoreCase))
            .GetAttribute("href")!;
        Assert.StartsWith(page, link, StringComparison.Ordinal);
        Assert.EndsWith(field, link, StringComparison.Ordinal);
        Assert.NotNull((await petra.Go(link)).Page.QuerySelector(field));
        await petra.Go($"/uitnodigingen/{invitation}/voorbeeld");
        Assert.DoesNotContain(petra.Page.QuerySelectorAll("button"), button =>
            button.Words().StartsWith("Verstuur", StringComparison.Ordinal)
        );
        await NothingLeavesAsync(world, petra, $"/uitnodigingen/{invitation}/verzending", words);
        await NothingLeavesAsync(world, petra, $"/bijeenkomsten/{world.Table}/verzending", words);
        Assert.Contains(
            words,
            (await petra.Go($"/bijeenkomsten/{world.Table}/werving")).Text,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains(
            words,
            (await petra.Go($"/bijeenkomsten/{world.Table}/verzending")).Text,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Once_it_is_filled_in_the_organiser_is_back_at_the_mail_and_it_leaves()
    {
        var (world, invitation) = await WithoutAsync("leiding");
        var petra = await world.SignIn();
        await petra.Go($"/uitnodigingen/{invitation}/voorbeeld");
        await petra.Follow("Wie de tafel leidt");

        await petra.Press("Bewaren", ("Form.ProcessFacilitatorId", $"{world.OrganiserPerson}"));

        Assert.Equal($"/uitnodigingen/{invitation}/voorbeeld", petra.Address.AbsolutePath);
        await petra.Press("Verstuur naar Anna");
        Assert.Equal(InvitationState.Approached, (await world.Read(invitation)).State);
        Assert.Equal(1, await site.Db(db => db.Mails.CountAsync(mail => mail.Kind == "uitnodiging")));
    }

    [Fact]
    public async Task The_other_way_back_leads_nowhere_else()
    {
        var (world, _) = await WithoutAsync("leiding");
        var petra = await world.SignIn();
        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example" })
        {
            await petra.Go($"/bijeenkomsten/{world.Table}/gegevens?terug={Uri.EscapeDataString(elsewhere)}");
            await petra.Press("Bewaren");
            Assert.Equal($"/bijeenkomsten/{world.Table}", petra.Address.AbsolutePath);
        }
    }

    [Fact]
    public async Task Several_missing_facts_are_named_at_once_and_who_is_asked_by_phone_can_be_asked()
    {
        var (world, invitation) = await WithoutAsync("leiding", "doel", "plek");
        var called = await world.Invite("Bo", Lived, phone: "06 555 00 002", approached: false);
        var petra = await world.SignIn();

        await petra.Go($"/uitnodigingen/{invitation}/voorbeeld");

        Assert.Equal(3, petra.Page.QuerySelectorAll("main .next-step li").Length);
        await petra.Go($"/uitnodigingen/{called}/voorbeeld");
        await petra.Press("Gevraagd aan de telefoon");
        Assert.Equal(InvitationState.Approached, (await world.Read(called)).State);
    }

    [Fact]
    public async Task A_waiting_invitation_is_a_concept_again_when_a_move_takes_away_what_it_names()
    {
        var (world, invitation) = await WithoutAsync();
        var petra = await world.SignIn();
        await petra.Go($"/uitnodigingen/{invitation}/voorbeeld");
        await petra.Press("Verstuur naar Anna");
        await petra.Go($"/bijeenkomsten/{world.Table}/gegevens");

        await petra.Press("Bewaren", ("Form.Date", "2026-12-10"), ("Form.ProcessFacilitatorId", ""));

        Assert.Equal(InvitationState.Concept, (await world.Read(invitation)).State);
        Assert.Equal(0, await site.Db(db => db.Mails.CountAsync(mail => mail.State == MailState.Queued)));
    }

    private static async Task NothingLeavesAsync(World world, Visitor petra, string path, string words)
    {
        // The form of another page of hers: the button is not there, and the address refuses all the same.
        await petra.Go($"/bijeenkomsten/{world.Table}/gegevens");
        var token = petra.Page.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token),
            KeyValuePair.Create("aantal", "1"),
        ]);
        using var answer = await petra.Http.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, (await answer.PageAsync()).Body!.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await world.Site.Db(db => db.Mails.CountAsync()));
        Assert.Equal(0, await world.Site.Db(db => db.Invitations.CountAsync(item => item.ApproachedAt != null)));
        Assert.Equal(0, await world.Site.Db(db => db.Reminders.CountAsync()));
    }

    private async Task<(World World, int Invitation)> WithoutAsync(params string[] missing)
    {
        var world = await World.On(site);
        await site.Db(async db =>
        {
            var table = await db
                .Gatherings.Include(item => item.Location)
                .Include(item => item.ContactPerson)
                .Include(item => item.Series!.Project)
                .SingleAsync();
            table.ProcessFacilitatorId = missing.Contains("leiding") ? null : world.OrganiserPerson;
            (table.Purpose, table.Series!.Project!.Purpose) = missing.Contains("doel")
                ? ("", "")
                : ("elkaar horen", "");
            table.StartsAt = missing.Contains("datum") ? null : table.StartsAt;
            table.Location = missing.Contains("plek") ? null : table.Location;
            if (missing.Contains("telefoon"))
            {
                table.ContactPerson!.Phone = null;
                (await db.Installation.SingleAsync()).Phone = "";
            }

            await db.SaveChangesAsync();
        });
        return (world, await world.Invite("Anna", Lived, "anna@voorbeeld.example", approached: false));
    }
}
