using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Team;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>What the team sends before the table, each form twice.</summary>
public sealed class RepeatedTeamPostTests : RepeatedPostFixture
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_team_sends_before_the_table_can_be_sent_twice(bool mailLeftBetween)
    {
        var people = await table.World.Invite(
            [
                .. new[] { "Ewoud", "Fleur", "Guus" }.Select(name =>
                    (
                        name,
                        "Gemeente",
                        name == "Ewoud" ? null : $"{name.ToLowerInvariant()}@voorbeeld.example",
                        (string?)"06 555 00 008"
                    )
                ),
            ],
            approached: false
        );
        var (world, organiser) = (table.World, await table.World.SignIn());
        var here = $"/bijeenkomsten/{world.Table}";

        await TeamAsync(
            "somebody invited",
            $"{here}/uitnodigingen/nieuw",
            $"{here}/uitnodigingen/nieuw",
            ("Form.FirstName", "Lot"),
            ("Form.Email", "lot@voorbeeld.example"),
            ("Form.PerspectiveId", $"{world.Perspectives["Gemeente"]}"),
            ("Form.ViaWhom", "Petra")
        );
        await TeamAsync(
            "asked by phone",
            $"/uitnodigingen/{people[0]}/voorbeeld",
            $"/uitnodigingen/{people[0]}/benadering",
            ("kanaal", "Phone")
        );
        await TeamAsync(
            "one invitation sent",
            $"/uitnodigingen/{people[1]}/voorbeeld",
            $"/uitnodigingen/{people[1]}/verzending"
        );
        await TeamAsync("all invitations sent", $"{here}/verzending", $"{here}/verzending");
        await TeamAsync(
            "an answer written down",
            $"/uitnodigingen/{people[0]}",
            $"/uitnodigingen/{people[0]}/antwoord",
            ("Form.Answer", "Yes"),
            ("Form.Channel", "Phone")
        );
        await TeamAsync(
            "needs written down",
            $"/uitnodigingen/{table["Anna"]}/behoeften",
            $"/uitnodigingen/{table["Anna"]}/behoeften",
            ("Form.NoStairs", "true"),
            ("Form.Channel", "Phone")
        );
        await TeamAsync(
            "a call written down",
            "/te-bellen",
            $"/uitnodigingen/{table["Cor"]}/belpoging",
            ("Form.Press", "NotReached")
        );
        await TeamAsync(
            "a question list",
            $"{here}/vragen",
            $"{here}/vragen/lijsten",
            ("Form.Name", "Extra"),
            ("Form.Mode", "SendIn")
        );
        await TeamAsync("questions taken away", $"{here}/vragen", $"{here}/vragen/intrekking");
        await TeamAsync("questions put ready", $"{here}/vragen", $"{here}/vragen/klaar");
        await TeamAsync("a table more", $"/reeksen/{world.Series}", $"/reeksen/{world.Series}/tafels");
        await TeamAsync("news about a series", $"/reeksen/{world.Series}", $"/reeksen/{world.Series}/nieuws");
        await TeamAsync("a newsletter", "/nieuwsbrieven", "/nieuwsbrieven");
        await NewsletterAsync();
        await TeamAsync(
            "a member",
            "/team",
            "/team/leden",
            ("Form.FirstName", "Samira"),
            ("Form.Email", "samira@team.example"),
            ("Form.Role", nameof(TeamRole.CoResearcher))
        );
        var anna = (await world.Read(table["Anna"])).PersonId;
        await TeamAsync(
            "a perspective",
            $"/personen/{anna}",
            $"/personen/{anna}/perspectieven",
            ("Perspective.PerspectiveId", $"{world.Perspectives["Werkgever"]}"),
            ("Perspective.AccordingTo", "Petra")
        );
        await TeamAsync(
            "a role",
            $"/personen/{anna}",
            $"/personen/{anna}/rollen",
            ("GivenRole.Role", "CoResearcher"),
            ("GivenRole.Reason", "denkt mee")
        );
        await TeamAsync(
            "a consent written down",
            $"/personen/{anna}",
            $"/personen/{anna}/toestemmingen",
            ("Consent.Purpose", "StayInNetwork"),
            ("Consent.TextVersion", "1"),
            ("Consent.Channel", "Phone")
        );
        await TeamAsync(
            "somebody in the network",
            "/netwerk/nieuw",
            "/netwerk/nieuw",
            ("Contact.FirstName", "Teun"),
            ("Contact.Email", "teun@voorbeeld.example")
        );
        await TeamAsync("handed over", $"{here}/overdracht", $"{here}/overdracht", ("Form.Gone", "Content"));
        await TeamAsync("test mail", "/beheer/versturen", "/beheer/versturen", ("Form.Route", "Folder"));
        await site.Db(async db =>
        {
            (await db.Installation.SingleAsync()).SendingOnAt = site.Clock.Utc;
            await db.SaveChangesAsync();
        });
        await TeamAsync(
            "off the list",
            $"/uitnodigingen/{table["Anna"]}/intrekking",
            $"/uitnodigingen/{table["Anna"]}/intrekking"
        );
        await organiser.Go($"{here}/gegevens");
        await organiser.Press("Bewaren", ("Form.Date", "2026-12-10"));
        await TwiceAsync("moved", organiser, $"{here}/gegevens", mailLeftBetween);
        await TeamAsync("called off", $"{here}/afzegging", $"{here}/afzegging", ("Form.Reason", "Geen zaal."));
        AssertRight();

        async Task TeamAsync(string what, string page, string action, params (string, string)[] fields) =>
            await TwiceAsync(what, await organiser.Go(page), action, mailLeftBetween, fields);

        async Task NewsletterAsync()
        {
            await organiser.Go("/nieuwsbrieven");
            await organiser.Press("Nieuw concept");
            var issue = organiser.Address.AbsolutePath;
            await organiser.Press("Bewaren", ("Form.Title", "Nieuws"), ("Form.Body", "Er is een rustige kamer."));
            await TeamAsync("newsletter tried", issue, issue + "/proef");
            await site.Db(async db =>
            {
                db.Consents.Add(
                    new ConsentRecord
                    {
                        PersonId = (await db.Persons.SingleAsync(item => item.FirstName == "Bram")).Id,
                        ProjectId = world.Project,
                        Purpose = ConsentPurpose.Newsletter,
                        TextVersion = "1",
                        Channel = ConsentChannel.Phone,
                        GivenAt = site.Clock.Utc,
                    }
                );
                await db.SaveChangesAsync();
            });
            await TeamAsync("newsletter sent", issue + "/verzending", issue + "/verzending", ("Form.When", "Soon"));
        }
    }
}
