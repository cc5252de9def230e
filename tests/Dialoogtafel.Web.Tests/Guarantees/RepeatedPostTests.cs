using System.Net;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Tests.AfterTable;
using Dialoogtafel.Web.Tests.Preparation;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// Every form that makes or sends something, sent twice as a double press or F5 does: never an error page, and nothing
/// happens twice without a word.
/// </summary>
public sealed class RepeatedPostTests : RepeatedPostFixture
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_participant_sends_before_the_table_can_be_sent_twice(bool mailLeftBetween)
    {
        var people = await table.World.Invite([
            .. new[] { "Ewoud", "Fleur", "Guus", "Hein", "Ina", "Jip" }.Select(name =>
                (name, "Gemeente", (string?)$"{name.ToLowerInvariant()}@voorbeeld.example", (string?)null)
            ),
        ]);
        await TwiceAsync("yes", await MyTableAsync(people[0]), "antwoord", mailLeftBetween, ("Form.Answer", "Yes"));
        await TwiceAsync(
            "cannot come",
            await MyTableAsync(people[0]),
            "toch-niet",
            mailLeftBetween,
            ("Form.Choice", "CannotCome")
        );
        await TwiceAsync(
            "someone else",
            await MyTableAsync(people[1]),
            "iemand-anders",
            mailLeftBetween,
            ("Form.Name", "Vera"),
            ("Form.Address", "vera@voorbeeld.example"),
            ("Form.Agreed", "Agreed")
        );
        await TwiceAsync(
            "contribute",
            await MyTableAsync(people[2]),
            "meegeven",
            mailLeftBetween,
            ("Form.How", "CallMe"),
            ("Form.Phone", "06 555 00 009"),
            ("Form.CallWhen", "na vijf uur")
        );
        await TwiceAsync(
            "not yet",
            await MyTableAsync(people[3]),
            "wanneer",
            mailLeftBetween,
            ("Form.When", "NextWeek")
        );
        await TwiceAsync(
            "news",
            await MyTableAsync(people[4], "Decline"),
            "op-de-hoogte",
            mailLeftBetween,
            ("Form.Yes", "true")
        );
        await TwiceAsync(
            "needs",
            await MyTableAsync(table["Anna"]),
            "nodig",
            mailLeftBetween,
            ("Form.MoreBreaks", "true"),
            ("Form.Text", "rust")
        );
        await table.TypeAsync("Bram", "Wat komt u halen", "iets");
        await TwiceAsync(
            "see again",
            await MyTableAsync(table["Bram"]),
            "terugzien",
            mailLeftBetween,
            ("SendLink", "true")
        );
        await TwiceAsync(
            "removal",
            await MyTableAsync(people[5]),
            "van-de-lijst",
            mailLeftBetween,
            ("Form.Choice", "Remove")
        );
        var stranger = await new Visitor(site.Open()).Go("/link-opnieuw");
        await TwiceAsync(
            "link again",
            stranger,
            "/link-opnieuw",
            mailLeftBetween,
            ("Form.Address", "anna@voorbeeld.example")
        );
        await stranger.Go("/team/inloggen");
        await TwiceAsync("sign-in link", stranger, "/team/inloggen", mailLeftBetween, ("Email", World.Organiser));
        await stranger.Go("/op-de-hoogte");
        await TwiceAsync(
            "asked for news",
            stranger,
            "/op-de-hoogte",
            mailLeftBetween,
            ("Form.FirstName", "Saar"),
            ("Form.Address", "saar@voorbeeld.example"),
            ("Form.ProjectId", $"{table.World.Project}")
        );
        AssertRight();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_sent_after_the_table_can_be_sent_twice(bool mailLeftBetween)
    {
        site.Clock.Set(BeenTable.Evening);
        var organiser = await table.World.SignIn();
        await TeamAsync(
            "who was there",
            table.Path("afloop"),
            table.Path("afloop"),
            (BeenTable.BoxOf(await organiser.Go(table.Path("afloop")), "Anna"), "true"),
            (BeenTable.BoxOf(organiser, "Bram"), "true")
        );
        var anna = await table.LookBackOf("Anna");
        await TwiceAsync(
            "look-back",
            anna,
            "terugblik",
            mailLeftBetween,
            ("Form.Outcome", "No"),
            ("Form.Words", "woorden")
        );
        await anna.Go(anna.Address.AbsolutePath);
        await TwiceAsync("contact list choice", anna, "terugblik/contact", mailLeftBetween, ("Give.Name", "true"));
        await TeamAsync(
            "look-back written down",
            $"/uitnodigingen/{table["Bram"]}/terugblik",
            $"/uitnodigingen/{table["Bram"]}/terugblik",
            ("Form.Outcome", "Partly"),
            ("Form.Words", "kort"),
            ("Form.Channel", "Phone"),
            ("Form.ContactList", "Asked"),
            ("Form.Name", "true")
        );
        await TeamAsync("notes", table.Path("notities"), table.Path("notities"), ("Form.Lines", "kans: een jobcoach"));
        await TeamAsync("report made", table.Path("verslag"), table.Path("verslag"));
        await TeamAsync("report proof", table.Path("verslag"), table.Path("verslag/proef"));
        foreach (var who in new[] { PreparedTable.Fenna, PreparedTable.Gijs })
        {
            await TwiceAsync(
                "agreed",
                await (await table.World.SignIn(who)).Go(table.Path("verslag")),
                table.Path("verslag/akkoord"),
                mailLeftBetween
            );
        }

        await TeamAsync("report sent", table.Path("verslag/verzending"), table.Path("verslag/verzending"));
        await TeamAsync(
            "contact list sent",
            table.Path("contactlijst/verzending"),
            table.Path("contactlijst/verzending")
        );
        await TeamAsync(
            "an action",
            table.Path("acties/nieuw"),
            table.Path("acties/nieuw"),
            ("Form.Text", "Een proefdag regelen"),
            ("Owner.OwnerId", $"{(await table.World.Read(table["Anna"])).PersonId}"),
            ("Form.Level", "Own")
        );
        var action = await site.Db(db => db.Actions.MinAsync(item => item.Id));
        await TeamAsync(
            "action given",
            $"/acties/{action}/overdracht",
            $"/acties/{action}/overdracht",
            ("Owner.OwnerId", $"{(await table.World.Read(table["Bram"])).PersonId}")
        );
        await TeamAsync(
            "a note with an action",
            $"/acties/{action}",
            $"/acties/{action}/notitie",
            ("Note.Words", "gebeld")
        );
        await TeamAsync("action stopped", $"/acties/{action}", $"/acties/{action}/stop", ("Stop.Reason", "lukte niet"));
        AssertRight();

        async Task TeamAsync(string what, string page, string action, params (string, string)[] fields) =>
            await TwiceAsync(what, await organiser.Go(page), action, mailLeftBetween, fields);
    }

    [Fact]
    public async Task Somebody_else_named_with_a_wrong_and_then_the_right_address_is_what_the_team_reads_and_hears_of()
    {
        var fleur = await table.World.Invite("Fleur", "Gemeente", "fleur@voorbeeld.example");
        var person = await MyTableAsync(fleur);
        await SayAsync("vera@voorbeeld.exampel");
        await SayAsync("vera@voorbeeld.example");
        await table.World.SendAsync();
        Assert.Equal(1, await NoticesAsync());
        Assert.Contains("vera@voorbeeld.example", await ReadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("exampel", await ReadAsync(), StringComparison.Ordinal);

        // The team may have acted on it by now: a later correction is told anew, the same once more is not.
        await SayAsync("vera.bos@voorbeeld.example");
        await SayAsync("vera.bos@voorbeeld.example");
        await table.World.SendAsync();
        await SayAsync("vera.bos@voorbeeld.example");
        await table.World.SendAsync();

        Assert.Equal(2, await NoticesAsync());
        Assert.Contains("vera.bos@voorbeeld.example", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(
            2,
            await site.Db(db => db.Mails.CountAsync(mail => mail.InvitationId == fleur && mail.State == MailState.Sent))
        );

        async Task SayAsync(string address)
        {
            await person.Go(person.Address.AbsolutePath.Split("/iemand", 2)[0] + "/iemand-anders");
            await person.Press("Verstuur", ("Form.Name", "Vera"), ("Form.Address", address), ("Form.Agreed", "Agreed"));
            Assert.Equal(HttpStatusCode.OK, person.Status);
        }

        async Task<string> ReadAsync() => (await (await table.World.SignIn()).Go($"/uitnodigingen/{fleur}")).Text;

        Task<int> NoticesAsync() =>
            site.Db(db =>
                db.Mails.CountAsync(mail => mail.Key.StartsWith("iemand-anders-team:") && mail.State == MailState.Sent)
            );
    }

    private async Task<Visitor> MyTableAsync(int invitation, string? choice = null)
    {
        var person = await new Visitor(site.Open()).Go(await table.World.LinkOf(invitation));
        if (choice is not null)
        {
            await table.World.AnswerAsync(invitation, RsvpAnswer.No);
        }

        return person;
    }
}
