using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.MyTable.Mails;

namespace Dialoogtafel.Web.Tests.Outbox.Templates;

/// <summary>
/// S20: whatever a value holds, the mail has the elements, attributes and lines that it has with a harmless value.
/// </summary>
public sealed class HostileValueTests
{
    public static TheoryData<string> HostileNames() =>
        [
            "jan.nl",
            "https://kwaad.example",
            "www.kwaad.example/x",
            "jan@kwaad.example",
            "[klik](javascript:x)",
            "[klik](https://kwaad.example)",
            "![x](https://kwaad.example/x.png)",
            "<https://kwaad.example>",
            "*<script>alert(1)</script>*",
            "<img src=x onerror=alert(1)>",
            "Jan\nPiet",
            "Jan\r\n\r\n# Kop",
            "Jan\r\n\r\n- punt",
            "Jan\u2028> citaat",
            "**Jan**",
            "_Jan_",
            "`Jan`",
            "~~Jan~~",
            "# Jan",
            "1. Jan",
            "> Jan",
            "---",
            "&lt;b&gt;",
            "{{link}}",
            "{{#if x}}",
            "{{{link}}}",
            "{{inhoud}}",
            "{{titel}}",
            "a\uE000",
            "b\uE000\uE001",
            "Jan\\",
            "Jan\\*",
            "](",
            "\")",
            "<!-- ",
            "<![CDATA[",
            "&#60;b&#62;",
            "\u202Enaj",
            "Jan\0",
            "\ud800",
            "Jan | Piet",
            "    Jan",
            "\tJan",
            "http:x",
            "tel:06",
            "[a]: https://kwaad.example",
        ];

    [Theory, MemberData(nameof(HostileNames))]
    public void A_hostile_value_leaves_the_shape_of_the_mail_alone(string hostile)
    {
        foreach (var language in new[] { "nl", "en" })
        {
            var (harmless, spoilt) = (Render("Jan", language), Render(hostile, language));

            Assert.Equal(Skeleton(harmless.Html), Skeleton(spoilt.Html));
            Assert.Equal(harmless.Text.Count(c => c == '\n'), spoilt.Text.Count(c => c == '\n'));
            Assert.Equal(harmless.Text.Split("https://").Length, spoilt.Text.Split("https://").Length);
            Assert.DoesNotContain('\n', spoilt.Subject);
            Assert.DoesNotContain(spoilt.Html + spoilt.Text, c => c is >= '\uE000' and <= '\uF8FF' or '\0' or '\u202E');
        }
    }

    [Theory, MemberData(nameof(HostileNames))]
    public void A_hostile_name_in_a_list_leaves_the_shape_of_the_mail_alone(string hostile)
    {
        var sample = (LinkAgainMail)Shipped.Sample("link-opnieuw");
        RenderedMail With(string name) =>
            Shipped.Templates.Render(
                sample with
                {
                    Entries = [.. sample.Entries.Select(e => e with { FirstName = name, Subject = name })],
                },
                "nl"
            );

        Assert.Equal(Skeleton(With("Jan").Html), Skeleton(With(hostile).Html));
    }

    [Theory]
    [InlineData("*<script>* & \"co\"")]
    [InlineData("[klik](javascript:x)")]
    [InlineData("`{{link}}` # _x_ \\* &lt;")]
    public void A_hostile_value_is_still_readable_as_it_was_typed(string typed)
    {
        var mail = Render(typed, "nl");

        Assert.Contains($"Beste {typed},", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"Beste {typed},",
            Parse(mail.Html).QuerySelector(".tekst p")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("jan.nl", "jan.\u200Cnl")]
    [InlineData("https://kwaad.example", "https:\u200C//kwaad.\u200Cexample")]
    [InlineData("J.A. de Wit", "J.A. de Wit")]
    [InlineData("14.00 uur", "14.00 uur")]
    public void Nothing_in_a_name_looks_like_an_address_to_a_mail_program(string name, string expected) =>
        Assert.Contains($"Beste {expected},", Render(name, "nl").Text, StringComparison.Ordinal);

    [Fact]
    public void A_sentence_of_the_organiser_keeps_its_lines_and_stays_one_quote()
    {
        var mail = Shipped.Templates.Render(
            InvitationMail.Sample with
            {
                OwnSentence = "Eerste <b>regel</b>.\r\n\r\n\r\n\r\n# Tweede [x](https://kwaad.example)",
            },
            "nl"
        );
        var quote = Assert.Single(Parse(mail.Html).QuerySelectorAll("blockquote"));

        Assert.Equal("Eerste <b>regel</b>.\n\n# Tweede [x](https://kwaad.example)", quote.TextContent.Trim());
        Assert.Equal(["p", "br", "br"], quote.QuerySelectorAll("*").Select(element => element.LocalName));
        Assert.Contains(
            "> Eerste <b>regel</b>.\n>\n> # Tweede [x](https://kwaad.example)\n",
            mail.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("06 12 34 56 78", "tel:0612345678")]
    [InlineData("+31 (0)6-12345678", "tel:+31612345678")]
    [InlineData("06)](javascript:alert(1)) 12345", "tel:06112345")]
    public void A_phone_number_becomes_a_link_of_digits(string phone, string href)
    {
        var mail = Shipped.Templates.Render(
            InvitationMail.Sample with
            {
                Facts = InvitationMail.Sample.Facts with { Phone = phone },
            },
            "nl"
        );

        Assert.Equal(href, Parse(mail.Html).QuerySelector("a[href^=tel]")!.GetAttribute("href"));
    }

    [Fact]
    public void A_phone_number_without_digits_is_text() =>
        Assert.Empty(
            Parse(
                    Shipped
                        .Templates.Render(
                            InvitationMail.Sample with
                            {
                                Facts = InvitationMail.Sample.Facts with { Phone = "via de balie" },
                            },
                            "nl"
                        )
                        .Html
                )
                .QuerySelectorAll("a[href^=tel]")
        );

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/u/x")]
    [InlineData("file:///etc/passwd")]
    public void A_link_that_is_not_on_the_web_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() =>
            Shipped.Templates.Render(
                InvitationMail.Sample with
                {
                    Facts = InvitationMail.Sample.Facts with { Link = new Uri(address, UriKind.RelativeOrAbsolute) },
                },
                "nl"
            )
        );

    private static RenderedMail Render(string value, string language)
    {
        var sample = InvitationMail.Sample;
        return Shipped.Templates.Render(
            sample with
            {
                Facts = sample.Facts with
                {
                    FirstName = value,
                    Subject = value,
                    Place = value,
                    Contact = value,
                    Facilitators = [value, value],
                    AboutThePlace = value,
                },
                Domain = value,
                Goal = value,
                Via = value,
            },
            language
        );
    }

    /// <summary>Every element in order with its depth, its attributes and where it leads; not its text.</summary>
    private static List<string> Skeleton(string html) =>
        [
            .. Parse(html)
                .All.Select(element =>
                    $"{element.GetAncestors().Count()} {element.LocalName} "
                    + string.Join(' ', element.Attributes.Select(a => $"{a.Name}={a.Value}"))
                ),
        ];

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
