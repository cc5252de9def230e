using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Dialoogtafel.Web.Modules.Tables.Mails;

namespace Dialoogtafel.Web.Tests.Outbox.Templates;

/// <summary>A-05 and its words (D-13, R-001), for every mail as it goes out.</summary>
public sealed class MailContentTests
{
    private static readonly Dictionary<string, string[]> Order = new()
    {
        ["nl"] = ["Wat", "Wanneer", "Waar", "Wat moet u doen", "Wie kunt u bellen"],
        ["en"] = ["What", "When", "Where", "What to do", "Who can you call"],
    };

    [Theory, MemberData(nameof(Shipped.ParticipantMails), MemberType = typeof(Shipped))]
    public void A_participant_mail_has_the_fixed_order(string template, string language)
    {
        var headings = Parse(template, language).QuerySelectorAll(".tekst h2").Select(h => h.TextContent).ToList();
        var expected =
            Shipped.Sample(template) is GatheringMail ? Order[language] : Order[language].Where(headings.Contains);

        Assert.Equal(expected, headings);
        Assert.Equal(Order[language].TakeLast(2), headings.TakeLast(2));
    }

    [Theory, MemberData(nameof(Shipped.ParticipantMails), MemberType = typeof(Shipped))]
    public void Date_time_place_duration_and_phone_number_stand_in_both_parts(string template, string language)
    {
        var mail = Shipped.Render(template, language);
        // Who thinks along does not come: a time and a place would send them there (docs/looks.md).
        string[] facts = Shipped.Sample(template) switch
        {
            ThinkAlongMail { Facts: var far } => [MailDates.Day(far.Start, language), far.Phone],
            GatheringMail { Facts: var known } =>
            [
                MailDates.Day(known.Start, language),
                MailDates.Time(known.Start, language),
                MailDates.Duration(known.Duration, language),
                known.Place,
                known.Phone,
            ],
            _ => ["06 12 34 56 78"],
        };

        Assert.All(facts, fact => Assert.Contains(fact, mail.Text, StringComparison.Ordinal));
        Assert.All(facts, fact =>
            Assert.Contains(fact, Parse(template, language).Body!.TextContent, StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Shipped.Mails), MemberType = typeof(Shipped))]
    public void A_mail_asks_one_thing_and_loads_nothing(string template, string language)
    {
        var page = Parse(template, language);
        var buttons = page.QuerySelectorAll("p.knop a").Select(a => a.GetAttribute("href")).ToList();

        // The last mail leads nowhere: what it led to is about to go. One to a former address may reach somebody else
        // by now.
        Assert.Equal(
            template switch
            {
                "link-opnieuw" => 2,
                "wij-wissen" or "adres-veranderd" => 0,
                _ => 1,
            },
            buttons.Count
        );
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("img, link, script, iframe, object, form, table, [src], [background]"));
        Assert.DoesNotContain("url(", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.All(page.QuerySelectorAll("a"), a =>
            Assert.Matches("^(https://tafel\\.example/|tel:0612345678$)", a.GetAttribute("href")!)
        );
        Assert.All(buttons, href =>
            Assert.Contains($": {href}\n", Shipped.Render(template, language).Text, StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Shipped.Mails), MemberType = typeof(Shipped))]
    public void The_words_are_ours(string template, string language)
    {
        var mail = Shipped.Render(template, language);

        Assert.DoesNotMatch(
            new Regex(
                @"\b(reserve\w*|wachtlijst|vol|patiënt\w*|slachtoffer\w*|waiting list|full|patient\w*|victim\w*)\b",
                RegexOptions.IgnoreCase
            ),
            mail.Text
        );
        Assert.DoesNotMatch(new Regex(@"\bNAH\b|letsel|brain|injury", RegexOptions.IgnoreCase), mail.Subject);
        Assert.DoesNotContain("{{", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shipped.ParticipantMails), MemberType = typeof(Shipped))]
    public void Sentences_are_short(string template, string language)
    {
        var source = File.ReadAllText(Path.Combine(Shipped.Folder, language, template + ".md"));
        var sentences = Regex.Split(Regex.Replace(source, @"\{\{[^}]*\}\}|\]\([^)]*\)", " x "), @"[.?!:](?=\s)|\n");

        Assert.All(sentences, sentence => Assert.InRange(Regex.Count(sentence, @"[\p{L}']+"), 0, 16));
    }

    [Fact]
    public void A_mail_to_the_organiser_about_a_participant_names_nobody()
    {
        foreach (var template in new[] { "weghalen-verzoek", "iemand-anders-team" })
        {
            Assert.Equal(["voornaam", "link"], Placeholder.Of(Shipped.Sample(template).GetType()).Select(p => p.Name));
        }
    }

    [Fact]
    public void A_team_mail_is_Dutch_in_every_language() =>
        Assert.Equal(Shipped.Render("inloggen", "nl"), Shipped.Render("inloggen", "en"));

    [Fact]
    public void An_unknown_language_gives_Dutch() =>
        Assert.Equal(Shipped.Render("uitnodiging", "nl"), Shipped.Render("uitnodiging", "de"));

    [Theory]
    [MemberData(nameof(Shipped.Mails), MemberType = typeof(Shipped))]
    public void No_mail_but_the_invitation_shows_an_empty_hole_while_a_table_has_no_place_and_no_leaders(
        string template,
        string language
    )
    {
        var bare = MailCatalogue.All.Single(item => item.Template == template) switch
        {
            GatheringMail mail => mail with
            {
                Facts = mail.Facts with { Place = "", Facilitators = [], AboutThePlace = null },
            },
            HandOverMail mail => mail with { Place = "", Purpose = "", Gone = "" },
            LateCancellationMail mail => mail with { Place = "", CallFirst = null },
            PreparationOverviewMail mail => mail with { Place = "" },
            var mail => mail,
        };

        // The invitation names them, so it does not leave before they are known.
        Assert.Equal(
            template == "uitnodiging" ? ["plaats", "begeleiders"] : [],
            Shipped.Templates.Holes(bare, language)
        );
        Assert.Empty(Shipped.Templates.Holes(MailCatalogue.All.Single(item => item.Template == template), language));
    }

    [Fact]
    public void An_own_text_that_names_fewer_facts_needs_fewer()
    {
        var mail = InvitationMail.Sample with
        {
            Goal = " ",
            Facts = InvitationMail.Sample.Facts with { Place = "", Facilitators = [] },
        };

        Assert.Equal(
            ["doel"],
            TemplateHoles.Of(
                "Ons doel: {{doel}}.{{#if begeleiders}} {{begeleiders}}{{else}} {{voornaam}}{{/if}}"
                    + "{{#if plaats}}{{doel}}{{/if}}",
                mail,
                "nl"
            )
        );
        Assert.Equal(
            ["begeleiders"],
            TemplateHoles.Of(
                "{{#unless plaats}}{{begeleiders}} {{ begeleiders }}{{/unless}}"
                    + "{{#if plaats}}{{else}}{{begeleiders}}{{/if}}",
                mail,
                "nl"
            )
        );
        Assert.Empty(TemplateHoles.Of("{{! doel }}{{voornaam}} {{datum}}", mail with { Goal = "x" }, "nl"));
    }

    [Fact]
    public void What_is_not_known_leaves_no_gap()
    {
        var mail = Shipped.Templates.Render(
            InvitationMail.Sample with
            {
                OwnSentence = " ",
                Breaks = null,
                QuietRoom = false,
                Facts = InvitationMail.Sample.Facts with { AboutThePlace = null },
            },
            "nl"
        );
        var page = new HtmlParser().ParseDocument(mail.Html);

        Assert.Empty(page.QuerySelectorAll("blockquote"));
        Assert.Single(page.QuerySelector(".tekst ul")!.Children);
        Assert.DoesNotContain("\n\n\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_thinks_along_reads_about_a_call_only_when_asked_for_one()
    {
        var sample = (ThinkAlongMail)Shipped.Sample("meedenken");

        Assert.Contains(
            "donderdag 19 november 2026",
            Shipped.Templates.Render(sample, "nl").Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Wij bellen u",
            Shipped.Templates.Render(sample with { CallBy = null }, "nl").Text,
            StringComparison.Ordinal
        );
    }

    private static IDocument Parse(string template, string language) =>
        new HtmlParser().ParseDocument(Shipped.Render(template, language).Html);
}
