using System.Net;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Team.Mails;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Admin;

/// <summary>A mail server that takes everything, and the page that is set to it.</summary>
public abstract class SendingFixture : IAsyncLifetime
{
    protected const string Path = "/beheer/versturen";
    protected const string Outsider = "bram@voorbeeld.example";
    protected readonly SmtpSink sink = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await sink.DisposeAsync();

    protected (string Name, string Value)[] Good(params (string Name, string Value)[] changes) =>
        [
            .. new[]
            {
                ("Form.Route", "Smtp"),
                ("Form.Host", "127.0.0.1"),
                ("Form.Port", Number(sink.Port)),
                ("Form.Security", "None"),
                ("Form.BaseAddress", "https://tafel.example"),
            }.ExceptBy(changes.Select(change => change.Name), field => field.Item1),
            .. changes,
        ];

    protected async Task SetAsync(HttpClient client, params (string, string)[] changes)
    {
        using var answer = await client.SendAsync(Path, Path, Good(changes));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    protected static async Task MailToAsync(Site site, string address)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DialoogtafelDb>();
        await scope
            .ServiceProvider.GetRequiredService<MailOutbox>()
            .AddAsync(
                new Letter
                {
                    Text = new WelcomeToTeamMail
                    {
                        FirstName = "Bram",
                        Project = "Werk",
                        AddedBy = "Anna",
                        Link = new Uri("https://tafel.example/start"),
                    },
                    To = new Person { FirstName = "Bram", Email = address },
                    Key = $"proef:{address}",
                }
            );
        await db.SaveChangesAsync();
    }

    protected static Task<InstallationSettings> RowAsync(Site site) =>
        site.Db(db => db.Installation.AsNoTracking().SingleAsync());

    protected static string? Value(AngleSharp.Dom.IDocument page, string id) =>
        page.GetElementById(id)!.GetAttribute("value");

    protected static string Number(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
