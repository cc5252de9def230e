using System.Text;
using Dialoogtafel.Domain;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Admin.Privacy;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.People.Erasing;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>What is left of a person who is removed (S61, S64).</summary>
public sealed class ErasureTests : ErasureFixture
{
    [Fact]
    public async Task After_the_button_of_the_organiser_nothing_of_the_person_is_left_in_any_file()
    {
        using var site = new Site();
        var (world, canary, other) = await CastAsync(site);
        Assert.NotEmpty(await FoundAsync(site, Canaries));

        var organiser = await world.SignIn();
        await organiser.Go($"/personen/{(await world.Read(canary)).PersonId}/wissing");
        await organiser.Press("Ja, wis alles");

        Assert.Empty(await FoundAsync(site, Canaries));
        Assert.NotEmpty(await FoundAsync(site, ["bo@deelnemer.test"]));
        Assert.Equal(InvitationState.Informant, (await world.Read(other)).State);
    }

    [Fact]
    public async Task Her_chair_is_free_again_and_a_table_that_has_been_keeps_its_number()
    {
        using var site = new Site();
        var world = await World.On(site, 10, ("Gemeente", 2));
        var ids = await world.Invite([
            ("Anna", "Gemeente", "anna@deelnemer.test", null),
            ("Bo", "Gemeente", "bo@deelnemer.test", null),
        ]);
        foreach (var link in await world.LinksOf(ids))
        {
            await (await new Visitor(site.Open()).Go($"{link}/antwoord")).Press(
                "Verstuur mijn antwoord",
                ("Form.Answer", "Yes")
            );
        }

        await EraseAsync(site, await world.Read(ids[0]));
        Assert.Equal(InvitationState.Withdrawn, (await world.Read(ids[0])).State);

        site.Clock.Move(TimeSpan.FromDays(60));
        await EraseAsync(site, await world.Read(ids[1]));
        var gone = await world.Read(ids[1]);
        Assert.Equal(InvitationState.Yes, gone.State);
        Assert.Equal("Gewist", gone.Person!.FullName);
    }

    [Fact]
    public async Task Who_asks_on_her_own_page_is_off_the_list_at_once_and_erased_a_day_later()
    {
        using var site = new Site();
        var (world, canary, _) = await CastAsync(site);
        var person = await new Visitor(site.Open()).Go(await world.LinkOf(canary));
        await person.Go(person.Address.AbsolutePath + "/van-de-lijst");
        await person.Press("Verstuur mijn keuze", ("Form.Choice", "Remove"));
        await site.Run<MailPump>();
        Assert.Contains(await site.MailsAsync(), mail =>
            mail.Row.Kind == "wij-wissen" && mail.Row.Recipient == "kanarie@deelnemer.test"
        );

        site.Clock.Move(TimeSpan.FromHours(23));
        await site.Run<RetentionJob>();
        Assert.NotEmpty(await FoundAsync(site, Canaries));

        site.Clock.Move(TimeSpan.FromHours(2));
        await site.Run<RetentionJob>();
        Assert.Empty(await FoundAsync(site, Canaries));
    }

    [Fact]
    public async Task The_alarm_that_named_her_goes_with_her()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Kanarielieve", "Gemeente", "anna@deelnemer.test");
        var person = await new Visitor(site.Open()).Go($"{await world.LinkOf(anna)}/antwoord");
        await person.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));
        site.Clock.Set(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await person.Go(person.Address.AbsolutePath + "/toch-niet");
        await person.Press("Verstuur mijn antwoord", ("Form.Choice", "CannotCome"));
        site.Clock.Move(TimeSpan.FromMinutes(2));
        await site.Run<MailPump>();
        Assert.Contains(await site.MailsAsync(), mail =>
            mail.Row.Kind == LateCancellationMail.Name
            && mail.Mail.Text.Contains("Kanarielieve", StringComparison.Ordinal)
        );

        await EraseAsync(site, await world.Read(anna));

        Assert.Empty(await FoundAsync(site, ["Kanarielieve"]));
    }

    [Fact]
    public async Task A_team_member_is_not_erased_before_her_membership_ends()
    {
        using var site = new Site();
        var world = await World.On(site);
        var colleague = await world.Member("Carla", "carla@hogeschool.example", TeamRole.CoResearcher, world.Project);

        var organiser = await world.SignIn();
        await organiser.Go($"/personen/{colleague}/wissing");
        var page = await organiser.Press("Ja, wis alles");

        Assert.Contains("Beëindig eerst het lidmaatschap", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Carla",
            await site.Db(db =>
                db.Persons.Where(item => item.Id == colleague).Select(item => item.FirstName).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task What_she_needs_is_in_her_file_where_it_may_be_shown_and_goes_with_her()
    {
        using var site = new Site();
        var world = await World.On(site);
        var ids = await world.Invite([
            ("Anna", "Gemeente", "anna@deelnemer.test", null),
            ("Bo", "Gemeente", "bo@deelnemer.test", null),
        ]);
        var browsers = new List<Visitor>();
        foreach (var (id, words) in ids.Zip(["kanariethee", "boterham"]))
        {
            var visitor = await new Visitor(site.Open()).Go($"{await world.LinkOf(id)}/antwoord");
            await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes"));
            await visitor.Follow("Wat heeft u nodig?");
            await visitor.Press("Bewaar", ("Form.Text", words), ("Form.CompanionName", "Kanariedirk"));
            browsers.Add(visitor);
        }

        var path = browsers[0].Address.AbsolutePath.Replace("/nodig", "/gegevens/bestand", StringComparison.Ordinal);
        var forwarded = site.Open();
        await new Visitor(forwarded).Go(await world.LinkOf(ids[0]));
        var own = await browsers[0].Http.GetStringAsync(path);
        Assert.Contains("kanariethee · Neemt iemand mee: Kanariedirk.", own, StringComparison.Ordinal);
        Assert.DoesNotContain("boterham", own, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarie", await forwarded.GetStringAsync(path), StringComparison.OrdinalIgnoreCase);

        await EraseAsync(site, await world.Read(ids[0]));
        Assert.Equal(ids[1], (await site.Db(db => db.Needs.SingleAsync())).InvitationId);
    }

    private static async Task EraseAsync(Site site, Invitation invitation)
    {
        await using var scope = site.Services.CreateAsyncScope();
        Assert.True(
            await scope
                .ServiceProvider.GetRequiredService<Eraser>()
                .EraseAsync(invitation.PersonId, Hand.Self, site.Clock.Utc, default)
        );
    }

    /// <summary>
    /// Which words stand somewhere: in the database, its log of writes, the mailbox, or inside an encrypted field.
    /// </summary>
    private static async Task<IReadOnlyList<string>> FoundAsync(Site site, string[] words)
    {
        var texts = new List<string>();
        foreach (
            var file in Directory
                .EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories)
                .Where(file =>
                    !file.Contains("/keys/", StringComparison.Ordinal)
                    && !file.EndsWith("in-use", StringComparison.Ordinal)
                    && !file.EndsWith(".lock", StringComparison.Ordinal)
                )
        )
        {
            texts.Add(Path.GetFileName(file) + Encoding.UTF8.GetString(await ReadSharedAsync(file)));
        }

        texts.AddRange((await site.MailsAsync()).Select(mail => mail.Mail.Text + mail.Mail.Html + mail.Mail.Subject));
        var cipher = site.Services.GetRequiredService<FieldCipher>();
        texts.AddRange(
            await site.Db(async db =>
                (await db.Invitations.AsNoTracking().ToListAsync())
                    .SelectMany(item => new[] { item.Note, item.OwnSentence })
                    .OfType<SealedText>()
                    .Select(cipher.Open)
                    .ToList()
            )
        );
        return [.. words.Where(word => texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        try
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            return all.ToArray();
        }
        catch (FileNotFoundException)
        {
            // The write-ahead log goes when the last connection closes; what it held is in the database file then.
            return [];
        }
    }
}
