using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Actions.Mails;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>Before the table: everybody is invited, answers and prepares.</summary>
public sealed partial class FullHouse
{
    private async Task InviteAllAsync()
    {
        // Jorrit-Jan and Korneliske share a mailbox.
        var ids = await World.Invite(
            [
                .. Names.Select(
                    (name, at) =>
                        (
                            name,
                            at % 3 == 0 ? Lived : Other,
                            (string?)Address(name == "Korneliske" ? "Jorrit-Jan" : name),
                            (string?)$"06-4242{at:0000}"
                        )
                ),
            ],
            approached: false
        );
        foreach (var (name, id) in Names.Zip(ids))
        {
            invitations[name] = id;
        }

        await Site.Db(async db =>
        {
            (await db.Persons.SingleAsync(person => person.FirstName == "Lubbertus")).Language = "en";
            await db.SaveChangesAsync();
        });
        var organiser = await OrganiserAsync();
        await organiser.Go($"/bijeenkomsten/{World.Table}/verzending");
        await organiser.Press("Ja, naar 12 mensen");
        await PumpAsync();
    }

    private async Task AnswerAllAsync()
    {
        await AnswerAsync("Amarins", "Yes");
        await AnswerAsync("Beorn", "Yes");
        await AnswerAsync("Cunera", "Yes");
        // All chairs are taken from here: one waits, one is given a chair, one goes again.
        await AnswerAsync("Diederika", "Yes");
        await AnswerAsync("Ewoudt", "Yes");
        var gone = await MyTableOfAsync("Cunera");
        await gone.Go(gone.Address.AbsolutePath + "/toch-niet");
        await gone.Press("Verstuur mijn antwoord", ("Form.Choice", "CannotCome"));
        var organiser = await OrganiserAsync();
        await organiser.Go($"/uitnodigingen/{this["Ewoudt"]}");
        await organiser.Press("Geef Ewoudt een stoel", ("Chair.SeatReason", "haar perspectief ontbreekt"));

        await AnswerAsync("Frouwke", "Undecided", ("Form.When", "NextWeek"));
        await AnswerAsync("Gerlinde", "No");
        await AnswerAsync(
            "Hadewych",
            "Contribute",
            ("Form.How", "CallMe"),
            ("Form.Phone", "06-4242999"),
            ("Form.CallWhen", Typed)
        );
        await AnswerAsync(
            "Ingeborga",
            "SomeoneElse",
            ("Form.Name", "Vervanger"),
            ("Form.Address", "vervanger@kanarie.example"),
            ("Form.Agreed", "Agreed")
        );
        var removed = await MyTableOfAsync("Lubbertus");
        await removed.Go(removed.Address.AbsolutePath + "/van-de-lijst");
        await removed.Press(
            removed.Page.QuerySelector("main form button")!.TextContent.Trim(),
            ("Form.Choice", "Remove")
        );
    }

    /// <summary>
    /// One writes what she needs on her own page, one says it on the phone; the organiser reads both.
    /// </summary>
    private async Task TellNeedsAsync()
    {
        var person = await MyTableOfAsync("Amarins");
        await person.Go(person.Address.AbsolutePath + "/nodig");
        await person.Press(
            "Bewaar",
            ("Form.MoreBreaks", "true"),
            ("Form.Text", Typed),
            ("Form.CompanionName", Companion)
        );
        var organiser = await OrganiserAsync();
        await organiser.Go($"/uitnodigingen/{this["Ewoudt"]}/behoeften");
        await organiser.Press(
            "Bewaar dit voor Ewoudt",
            ("Form.NoStairs", "true"),
            ("Form.Text", Typed),
            ("Form.Channel", nameof(ContactChannel.Phone))
        );
        await organiser.Go($"/bijeenkomsten/{World.Table}/behoeften");
        Assert.Equal(2, await Site.Db(db => db.Needs.CountAsync()));
    }

    /// <summary>
    /// Gerlinde, who said no, takes something on all the same; three weeks later she is asked, and somebody of the team
    /// reads what waits for an owner.
    /// </summary>
    private async Task AgreeAsync()
    {
        var organiser = await OrganiserAsync();
        foreach (
            var (text, owner) in new[]
            {
                (
                    "Een proefdag regelen",
                    (await World.Read(this["Gerlinde"])).PersonId.ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                ),
                ("Een zaal zoeken", ""),
            }
        )
        {
            await organiser.Go($"/bijeenkomsten/{World.Table}/acties/nieuw");
            await organiser.Press(
                "Bewaren",
                ("Form.Text", text),
                ("Owner.OwnerId", owner),
                ("Form.Level", nameof(ActionLevel.Own))
            );
        }

        await PumpAsync();
        var page = await Open()
            .Go(
                (await Site.MailsAsync())
                    .Single(mail => mail.Row.Kind == ActionAssignedMail.Name)
                    .Links.Single(link => link.AbsolutePath.StartsWith("/a/", StringComparison.Ordinal))
                    .PathAndQuery
            );
        await page.Press("Verstuur mijn antwoord", ("Form.Answer", "Running"), ("Form.Words", Typed));
    }

    /// <summary>
    /// Three weeks before the table the questions stand ready: one answers on her own page, one on the phone, the
    /// others are reminded later.
    /// </summary>
    private async Task PrepareAsync()
    {
        var facilitator = await World.Member("Noortje", "noortje@team.example", TeamRole.Facilitator, World.Project);
        await Site.Db(async db =>
        {
            var table = await db.Gatherings.SingleAsync(item => item.Id == World.Table);
            (table.ProcessFacilitatorId, table.ContentFacilitatorId) = (facilitator, World.OrganiserPerson);
            db.OverviewWishes.Add(
                new OverviewWish
                {
                    GatheringId = table.Id,
                    ReaderId = facilitator,
                    DaysBefore = 7,
                }
            );
            await db.SaveChangesAsync();
        });
        await World.PutQuestionsReadyAsync();
        await AtAsync(new DateTimeOffset(2026, 11, 12, 9, 30, 0, TimeSpan.Zero));
        await World.TypeAsync(this["Amarins"], 1, Typed, Hand.Self);
        await World.TypeAsync(this["Amarins"], 1, Typed + " nog eens", Hand.Self, "ander apparaat", "andere tab");
        await World.FinishAsync(this["Amarins"], PreparedBy.Answering);
        await World.TypeAsync(this["Ewoudt"], 2, Typed, new Hand(ContactChannel.Phone, World.OrganiserPerson));
        Assert.Equal(3, await Site.Db(db => db.Answers.CountAsync()));
    }

    private async Task AnswerAsync(string name, string answer, params (string Name, string Value)[] more)
    {
        Site.Clock.Move(TimeSpan.FromSeconds(7));
        var person = await MyTableOfAsync(name);
        await person.Go(person.Address.AbsolutePath + "/antwoord");
        await person.Press("Verstuur mijn antwoord", ("Form.Answer", answer));
        if (more.Length > 0)
        {
            await person.Press("Verstuur", more);
        }

        Assert.NotEqual(InvitationState.Approached, (await World.Read(this[name])).State);
    }
}
