using System.Net;
using System.Text;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Tables.PracticalNeeds;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.MyTable;

/// <summary>What somebody needs at the table, on her own page (R-036, A-20, A-21; S06, S60).</summary>
public sealed class NeedsTests
{
    private const string Canary = "kanarie eet geen noten";

    [Fact]
    public async Task Who_said_ja_finds_the_page_and_nothing_is_chosen_on_it()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);

        await visitor.Follow("Wat heeft u nodig?");

        Assert.EndsWith("/nodig", visitor.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main input[checked]"));
        Assert.Contains("14 dagen na de tafel", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("de twee begeleiders van deze tafel", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_waits_for_a_chair_may_tell_it_too_and_an_informant_is_not_asked()
    {
        using var site = new Site();
        var world = await World.On(site, chairs: 1);
        var waits = await AnswersAsync(world, await world.Invite("Bram", "Gemeente", "bram@voorbeeld.example"), "Yes");
        Assert.Equal(1, waits.Page.QuerySelectorAll("a[href$='/nodig']").Length);

        var informant = await AnswersAsync(
            world,
            await world.Invite("Cor", "Gemeente", "cor@voorbeeld.example", "06 555 00 003"),
            "Contribute"
        );
        var own = informant.Address.AbsolutePath.Replace("/meegeven", "", StringComparison.Ordinal);
        Assert.Empty((await informant.Go(own)).Page.QuerySelectorAll("a[href$='/nodig']"));
        Assert.Equal(own, (await informant.Go($"{own}/nodig")).Address.AbsolutePath);
        Assert.Empty(await site.Db(db => db.Needs.ToListAsync()));
    }

    [Fact]
    public async Task What_was_told_stands_in_the_form_again_and_takes_no_chair()
    {
        using var site = new Site();
        var (world, anna, visitor) = await ComesAsync(site);
        await TellAsync(visitor);

        Assert.Contains("Wij hebben het bewaard, Anna", visitor.Text, StringComparison.Ordinal);
        await visitor.Go(visitor.Address.AbsolutePath);
        Assert.Equal(
            ["Form.SeatByTheDoor", "Form.MoreBreaks", "Form.Companion"],
            visitor.Page.QuerySelectorAll("main input[checked]").Select(item => item.GetAttribute("name"))
        );
        Assert.Equal(Canary, visitor.Page.QuerySelector("textarea")!.ValueOf());
        Assert.Equal("Dirk Kanariestra", visitor.Page.QuerySelector("[name='Form.CompanionName']")!.ValueOf());
        Assert.Equal(1, (await site.Db(db => db.Needs.SingleAsync())).Companions);
        Assert.Equal(1, await site.Db(db => db.Invitations.CountAsync(item => item.SeatedAt != null)));
        Assert.Equal(2, (await world.Read(anna)).History.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_shown_on_no_other_device_until_the_person_proves_that_it_is_hers(bool guarded)
    {
        using var site = guarded ? new Site() : new Site().With(EveryDeviceIsTheirs.Sabotage);
        var (world, anna, visitor) = await ComesAsync(site);
        await TellAsync(visitor);
        var other = await Visitor.To(site).Go(await world.LinkOf(anna));
        var table = other.Address.AbsolutePath;
        await other.Go($"{table}/nodig");

        Assert.Equal(
            !guarded,
            other.Page.DocumentElement.InnerHtml.Contains("kanarie", StringComparison.OrdinalIgnoreCase)
        );
        if (!guarded)
        {
            return;
        }

        Assert.Contains("U liet eerder al iets weten", other.Text, StringComparison.Ordinal);
        Assert.Null(other.Page.QuerySelector("[name='Form.Erase']"));
        await other.Go(table);
        await other.Press("Stuur mij een link om mijn antwoorden te zien", ("SendLink", "true"));
        await site.Run<MailPump>();
        await other.Go(
            MailBox.All(site).Single(mail => mail.Text.Contains("30 minuten", StringComparison.Ordinal)).LinkTo("/u/")
        );
        await other.Press("Ja, toon mijn antwoorden");
        Assert.Contains(Canary, (await other.Go($"{table}/nodig")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_on_another_device_is_kept_beside_the_first()
    {
        using var site = new Site();
        var (world, anna, visitor) = await ComesAsync(site);
        await TellAsync(visitor);
        var other = await Visitor.To(site).Go(await world.LinkOf(anna));
        await other.Go($"{other.Address.AbsolutePath}/nodig");
        await other.Press("Bewaar", ("Form.Text", "Liever thee"), ("Form.Erase", "true"));
        Assert.Equal(1, await site.Db(db => db.Needs.CountAsync()));
        await other.Press("Bewaar", ("Form.Text", "Liever thee"));

        Assert.Equal([Canary, "Liever thee"], (await ToldAsync(site)).Select(item => item.Text));
        Assert.Equal(
            Canary,
            (await visitor.Go(visitor.Address.AbsolutePath)).Page.QuerySelector("textarea")!.ValueOf()
        );
    }

    [Fact]
    public async Task Without_cookies_each_telling_stands_by_itself_and_the_same_one_twice_is_one()
    {
        using var site = new Site();
        var (world, anna, _) = await ComesAsync(site);
        using var http = site.CreateClient(
            new()
            {
                BaseAddress = new Uri("https://localhost"),
                HandleCookies = false,
                AllowAutoRedirect = false,
            }
        );
        var path = $"{await world.LinkOf(anna)}/nodig";
        foreach (var text in new[] { Canary, Canary, "Liever thee" })
        {
            var visitor = await new Visitor(http).Go(path);
            Assert.Equal("", visitor.Page.QuerySelector("textarea")!.ValueOf());
            await visitor.Press("Bewaar", ("Form.Text", text));
            Assert.Contains("Wij hebben het bewaard", visitor.Text, StringComparison.Ordinal);
        }

        Assert.Equal([Canary, "Liever thee"], (await ToldAsync(site)).Select(item => item.Text));
    }

    [Fact]
    public async Task An_empty_form_and_an_emptied_box_erase_nothing()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar");
        Assert.Contains("U vulde niets in", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(site));

        await visitor.Press("Bewaar", Everything);
        foreach (var ticked in new[] { false, true })
        {
            KeyValuePair<string, string>[] quiet = ticked ? [new("Form.QuietPlace", "true")] : [];
            using var sent = await visitor.Http.PostAsync(
                visitor.Address.AbsolutePath,
                new FormUrlEncodedContent(
                    visitor
                        .Page.QuerySelectorAll("form[action$='/nodig'] input[type=hidden]")
                        .Select(item => KeyValuePair.Create(item.GetAttribute("name")!, item.ValueOf()))
                        .Append(KeyValuePair.Create("Form.Text", ""))
                        .Concat(quiet)
                )
            );
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
            var told = Assert.Single(await ToldAsync(site));
            Assert.Equal((Canary, 1, "Dirk Kanariestra"), (told.Text, told.Companions, told.CompanionName));
            Assert.Equal(ticked ? [Need.QuietPlace] : [Need.SeatByTheDoor, Need.MoreBreaks], told.Ticked);
        }
    }

    [Fact]
    public async Task Erasing_is_a_choice_of_its_own_and_is_open_after_a_nee_too()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await TellAsync(visitor);
        await visitor.Press("Bewaar", ("Form.Erase", "true"));
        Assert.Contains("Wij hebben het gewist, Anna", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(site));

        await visitor.Press("Bewaar", Everything);
        var table = visitor.Address.AbsolutePath.Replace("/nodig", "", StringComparison.Ordinal);
        await visitor.Go($"{table}/antwoord");
        await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "No"));
        await visitor.Follow("Wat heeft u nodig?");
        Assert.Contains(Canary, visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("textarea"));
        await visitor.Press("Verstuur mijn keuze", ("Form.Erase", "true"));
        Assert.Equal(table, visitor.Address.AbsolutePath);
        Assert.Empty(await ToldAsync(site));
    }

    [Fact]
    public async Task Bad_input_keeps_what_was_typed_and_what_comes_too_late_is_not_kept()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press(
            "Bewaar",
            [
                .. Everything.Where(item => item.Name != "Form.CompanionName"),
                ("Form.CompanionName", new string('x', 81)),
            ]
        );

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains(
            "Deze naam is te lang",
            visitor.Page.QuerySelector(".error-summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(Canary, visitor.Page.QuerySelector("textarea")!.ValueOf());
        Assert.Equal(3, visitor.Page.QuerySelectorAll("main input[checked]").Length);

        site.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 30, 0, TimeSpan.Zero));
        await visitor.Press("Bewaar", Everything);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("Wij kunnen dit niet bewaren", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(Canary, visitor.Page.DocumentElement.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync(site));
    }

    [Fact]
    public async Task Nothing_of_it_is_readable_in_the_database_or_its_log_of_writes()
    {
        using var site = new Site();
        var (_, _, visitor) = await ComesAsync(site);
        await TellAsync(visitor);

        foreach (var file in Directory.EnumerateFiles(site.Folder, "*.db*"))
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            var text = Encoding.UTF8.GetString(all.ToArray());
            Assert.All(new[] { "kanarie", "Kanariestra", nameof(Need.MoreBreaks) }, word =>
                Assert.DoesNotContain(word, text, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task The_confirmation_and_the_mail_of_the_week_before_say_that_it_can_be_told_and_the_day_before_does_not()
    {
        using var site = new Site();
        await ComesAsync(site);
        var mails = new List<string>();
        foreach (
            var day in new[]
            {
                new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 11, 26, 9, 30, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 12, 2, 9, 30, 0, TimeSpan.Zero),
            }
        )
        {
            site.Clock.Set(day);
            await site.Run<ReminderJob>();
            await site.Run<MailPump>();
            mails.Add(MailBox.Newest(site).Text.ReplaceLineEndings(" "));
        }

        Assert.Equal(
            [true, true, false],
            mails.Select(text =>
                text.Contains("Heeft u aan tafel iets nodig, of neemt u iemand mee?", StringComparison.Ordinal)
            )
        );
        Assert.Equal(3, mails.Distinct().Count());
    }

    internal static (string Name, string Value)[] Everything =>
        [
            ("Form.SeatByTheDoor", "true"),
            ("Form.MoreBreaks", "true"),
            ("Form.Text", Canary),
            ("Form.Companion", "Comes"),
            ("Form.CompanionName", "Dirk Kanariestra"),
        ];

    internal static async Task<Visitor> AnswersAsync(World world, int invitation, string answer)
    {
        var visitor = await Visitor.To(world.Site).Go(await world.LinkOf(invitation));
        await visitor.Follow("Antwoord geven");
        return await visitor.Press("Verstuur mijn antwoord", ("Form.Answer", answer));
    }

    internal static Task<List<NeedsTold>> ToldAsync(Site site) =>
        site.Db(async db =>
            (await db.Needs.AsNoTracking().OrderBy(item => item.Id).ToListAsync()).ConvertAll(item =>
                NeedsTold.Open(item, site.Services.GetRequiredService<FieldCipher>())
            )
        );

    private static async Task<(World World, int Anna, Visitor Visitor)> ComesAsync(Site site)
    {
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Gemeente", "anna@voorbeeld.example");
        return (world, anna, await AnswersAsync(world, anna, "Yes"));
    }

    private static async Task TellAsync(Visitor visitor)
    {
        await visitor.Follow("Wat heeft u nodig?");
        await visitor.Press("Bewaar", Everything);
    }
}
