using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Modules.Newsletter;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>What comes late, after the table and beside it.</summary>
public sealed partial class FullHouse
{
    /// <summary>
    /// Five days before the table somebody with a chair cannot come after all: the organiser hears it at once.
    /// </summary>
    private async Task CancelLateAsync()
    {
        Site.Clock.Set(new DateTimeOffset(2026, 11, 28, 22, 0, 0, TimeSpan.Zero));
        var gone = await MyTableOfAsync("Beorn");
        await gone.Go(gone.Address.AbsolutePath + "/toch-niet");
        await gone.Press("Verstuur mijn antwoord", ("Form.Choice", "CannotCome"));
        await PumpAsync();
    }

    /// <summary>
    /// The table moves a day; a table of another project, with two of the same people, loses one and does not take
    /// place.
    /// </summary>
    private async Task MoveAndCancelAsync()
    {
        await World.MoveAsync(("Form.Date", "2026-12-04"));
        await PumpAsync();
        var other = await World.Beside(World, "quirine@ander.example");
        var guests = await other.Invite([
            (Names[0], Lived, Address(Names[0]), null),
            (Names[1], Lived, Address(Names[1]), null),
        ]);
        foreach (var guest in guests)
        {
            await other.AnswerAsync(guest, RsvpAnswer.Yes);
        }

        await PumpAsync();
        var organiser = await other.SignIn("quirine@ander.example");
        await organiser.Go($"/uitnodigingen/{guests[0]}/intrekking");
        await organiser.Press("Ja, haal van de lijst");
        await organiser.Go($"/bijeenkomsten/{other.Table}/afzegging");
        await organiser.Press("Ja, zeg de tafel af");
        await PumpAsync();
    }

    /// <summary>
    /// A table of a third project that has been: who was there is thanked, looks back, and gets the report and the
    /// contact list.
    /// </summary>
    private async Task AfterTheTableAsync()
    {
        Site.Clock.Set(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
        var third = await World.Beside(World, "rika@derde.example");
        await Site.Db(async db =>
        {
            var table = await db.Gatherings.SingleAsync(item => item.Id == third.Table);
            (table.StartsAt, table.ProcessFacilitatorId, table.ContentFacilitatorId) = (
                new DateTime(2026, 11, 30, 13, 0, 0, DateTimeKind.Utc),
                third.OrganiserPerson,
                World.OrganiserPerson
            );
            table.ReserveFacilitatorId = await db
                .Persons.Where(item => item.FirstName == "Noortje")
                .Select(item => (int?)item.Id)
                .SingleAsync();
            await db.SaveChangesAsync();
        });
        var guests = await third.Invite([
            ("Amarins", Lived, Address("Amarins"), "06-42428881"),
            ("Diederika", Lived, Address("Diederika"), "06-42428882"),
        ]);
        foreach (var guest in guests)
        {
            await third.AnswerAsync(guest, RsvpAnswer.Yes);
        }

        // One wrote something beforehand, so that it is told who reads it after the hand-over.
        await third.PutQuestionsReadyAsync();
        await third.TypeAsync(guests[0], 1, Typed, Hand.Self);
        await third.TakeQuestionsAwayAsync();
        var rika = await third.SignIn("rika@derde.example");
        var here = $"/bijeenkomsten/{third.Table}";
        await rika.Go(here + "/overdracht");
        await rika.Press("Ja, draag over aan Noortje", ("Form.Gone", "Content"));
        await PumpAsync();
        Site.Clock.Set(new DateTimeOffset(2026, 11, 30, 16, 30, 0, TimeSpan.Zero));
        await rika.Go(here + "/afloop");
        await rika.Press("Bewaar wie er was", ("Form.Ticks[0].Here", "true"), ("Form.Ticks[1].Here", "true"));
        foreach (var guest in guests)
        {
            var person = await Open().Go(await third.LinkOf(guest) + "/terugblik");
            await person.Press("Verstuur mijn antwoord", ("Form.Outcome", "No"), ("Form.Words", Typed));
            await person.Press("Bewaar mijn keuze", ("Give.Name", "true"), ("Give.Phone", "true"));
        }

        await rika.Go(here + "/notities");
        await rika.Press("Bewaar de notities", ("Form.Lines", Typed), ("Form.Kind", "Chance"));
        await rika.Go(here + "/verslag");
        await rika.Press("Maak het verslag");
        await rika.Press("Ik ben akkoord");
        await rika.Press(
            "Geef akkoord namens een ander",
            ("Form.Facilitator", rika.Page.QuerySelector("input[name='Form.Facilitator']")!.GetAttribute("value")!),
            ("Form.Reason", "is niet bereikbaar")
        );
        await AtAsync(new DateTimeOffset(2026, 12, 1, 9, 30, 0, TimeSpan.Zero));
        Site.Clock.Set(new DateTimeOffset(2026, 12, 2, 9, 30, 0, TimeSpan.Zero));
        await rika.Go(here + "/verslag/verzending");
        await rika.Press("Ja, naar 2 mensen");
        await PumpAsync();
        Site.Clock.Set(new DateTimeOffset(2026, 12, 3, 9, 30, 0, TimeSpan.Zero));
        await rika.Go(here + "/contactlijst/verzending");
        await rika.Press("Ja, naar 2 mensen");
        await PumpAsync();
    }

    private async Task AskForLinksAsync()
    {
        var lost = await Open().Go("/link-opnieuw");
        await lost.Press("Stuur mij mijn link", ("Form.Address", Address("Jorrit-Jan")));
        var elsewhere = await MyTableOfAsync("Hadewych");
        await elsewhere.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        var team = await Open().Go("/team/inloggen");
        await team.Press("Stuur mij een link", ("Email", World.Organiser));
    }

    /// <summary>
    /// One signs up on the site and says yes, one asks and never says it, one who does not come asks for the news on
    /// Mijn tafel.
    /// </summary>
    private async Task KeepInformedAsync()
    {
        foreach (var name in new[] { "Maurits", "Nanneke" })
        {
            var visitor = await Open().Go("/op-de-hoogte");
            var project = visitor.Page.QuerySelector("input[name='Form.ProjectId']")!.GetAttribute("value")!;
            await visitor.Press(
                "Stuur mij de mail",
                ("Form.FirstName", name),
                ("Form.LastName", "Kanariestra"),
                ("Form.Address", Address(name)),
                ("Form.ProjectId", project)
            );
        }

        var asked = (await Site.MailsAsync()).Single(mail => mail.Row.Recipient == Address("Maurits"));
        var subscriber = await Open()
            .Go(
                asked
                    .Links.Single(link => link.AbsolutePath.StartsWith("/op-de-hoogte/", StringComparison.Ordinal))
                    .AbsolutePath
            );
        await subscriber.Press("Meld mij aan", ("Form.Yes", "true"));
        var declined = await MyTableOfAsync("Gerlinde");
        await declined.Follow("Houd mij op de hoogte");
        await declined.Press("Houd mij op de hoogte", ("Form.Yes", "true"));
        await PumpAsync();
        Assert.Equal(2, await Site.Db(db => db.Consents.CountAsync(item => item.Purpose == ConsentPurpose.Newsletter)));
        await SendNewsAsync();
    }

    private async Task SendNewsAsync()
    {
        var organiser = await OrganiserAsync();
        await organiser.Go("/nieuwsbrieven");
        await organiser.Press("Nieuw concept");
        await organiser.Press("Bewaren", ("Form.Title", "Wat er gebeurde"), ("Form.Body", "Er is een rustige kamer."));
        await organiser.Press("Stuur een proef aan mijzelf");
        await organiser.Follow("Naar het versturen");
        await organiser.Press("Ja, naar", ("Form.When", "Soon"));
        Site.Clock.Set(new DateTimeOffset(2026, 11, 29, 11, 0, 0, TimeSpan.Zero));
        await Site.Run<NewsletterJob>();
        await PumpAsync();
    }

    private async Task WorkInTheTeamAsync()
    {
        var organiser = await OrganiserAsync();
        await organiser.Go("/team");
        await organiser.Press(
            "Toevoegen aan het team",
            ("Form.FirstName", "Samira"),
            ("Form.Email", "samira@team.example"),
            ("Form.Role", nameof(TeamRole.CoResearcher))
        );
        var membership = await Site.Db(db =>
            db.Memberships.Where(item => item.Role == TeamRole.CoResearcher).Select(item => item.Id).SingleAsync()
        );
        await organiser.Go($"/team/leden/{membership}/tweede-sleutel");
        await organiser.Press("Ja, een nieuwe tweede sleutel");
        var samira = await new Visitor(
            await Site.SignedInByLinkAsync(
                await Site.Db(db =>
                    db.Persons.Where(item => item.FirstName == "Samira").Select(item => item.Id).SingleAsync()
                )
            )
        ).Go("/team/tweede-stap");
        await samira.Press("Begin met een app");
        await samira.Press(
            "Klaar",
            (
                "Form.Code",
                CodeApp.Code(
                    samira.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal),
                    Site.Clock.Utc
                )
            )
        );
        await organiser.Go("/netwerk/nieuw");
        await organiser.Press(
            "Toevoegen",
            ("Contact.FirstName", "Meinoutje"),
            ("Contact.Email", "meinoutje@voorbeeld.example")
        );
        await organiser.Press("Gegevens bewaren", ("Contact.Email", "meinoutje@elders.example"));
        await organiser.Go("/beheer/versturen");
        await organiser.Press("Bewaren en testmail sturen", ("Form.Route", "Folder"));
        await Site.Db(async db =>
        {
            (await db.Installation.SingleAsync()).SendingOnAt = Site.Clock.Utc;
            await db.SaveChangesAsync();
        });
        await Site.Run<MailPump>();
    }
}
