using System.Text;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>
/// S18: the address in links is a setting; what a request says about its host reaches no mail and no page.
/// </summary>
public sealed class HostHeaderTests
{
    [Fact]
    public async Task A_false_host_reaches_no_mail_and_no_page()
    {
        using var site = new Site();
        var world = await World.On(site);
        var anna = await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example");
        var http = site.Open();
        http.DefaultRequestHeaders.Host = "evil.example";
        foreach (var name in new[] { "X-Forwarded-Host", "X-Original-Host", "X-Host", "X-Forwarded-Server" })
        {
            http.DefaultRequestHeaders.Add(name, "evil.example");
        }

        var visitor = new Visitor(http);
        var seen = new StringBuilder();
        async Task Look(Task<Visitor> page) => seen.Append((await page).Page.DocumentElement.OuterHtml);
        foreach (
            var path in new[]
            {
                "/",
                "/privacy",
                "/link-opnieuw",
                "/op-de-hoogte",
                "/onderzoek/1",
                "/team/inloggen",
                "/bijeenkomsten/1",
            }
        )
        {
            using var answer = await http.GetAsync(path);
            seen.Append(answer.Headers.Location).Append(await answer.Content.ReadAsStringAsync());
        }

        await Look(visitor.Go("/link-opnieuw"));
        await Look(visitor.Press("Stuur mij mijn link", ("Form.Address", "anna@voorbeeld.example")));
        await Look(visitor.Go("/team/inloggen"));
        await Look(visitor.Press("Stuur mij een link", ("Email", World.Organiser)));
        await Look(visitor.Go(await world.LinkOf(anna)));
        await Look(visitor.Go(visitor.Address.AbsolutePath + "/antwoord"));
        await Look(visitor.Press("Verstuur mijn antwoord", ("Form.Answer", "Yes")));

        var mails = await site.MailsAsync();
        Assert.Equal(["bevestiging", "inloggen", "link-opnieuw"], mails.Select(mail => mail.Row.Kind).Order());
        Assert.All(mails, mail =>
            Assert.DoesNotContain(
                "evil",
                mail.Mail.Text + mail.Mail.Html + Encoding.UTF8.GetString(mail.Bytes),
                StringComparison.Ordinal
            )
        );
        Assert.All(mails.SelectMany(mail => mail.Links), link => Assert.Equal("localhost", link.Host));
        Assert.DoesNotContain("evil", seen.ToString(), StringComparison.Ordinal);
    }
}
