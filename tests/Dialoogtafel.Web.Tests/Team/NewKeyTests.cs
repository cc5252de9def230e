using System.Net;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Data.Schema;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>
/// Who reads a member's mailbox opens a session beside theirs: a key that is half added is not for that session, and a
/// new key is not unseen (K-F3).
/// </summary>
public sealed class NewKeyTests : IAsyncLifetime
{
    private readonly Site site = new();
    private World world = null!;
    private Visitor petra = null!;
    private Visitor reader = null!;

    public async Task InitializeAsync()
    {
        world = await World.On(site);
        (petra, reader) = (
            new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson)),
            new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson))
        );
        await (await reader.Go("/team/tweede-stap")).Press("Begin met een app");
    }

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_later_session_gets_a_secret_of_its_own_and_the_former_is_void()
    {
        var first = SecretOn(reader);
        await (await petra.Go("/team/tweede-stap")).Press("Begin met een app");

        Assert.NotEqual(first, SecretOn(petra));
        await petra.Press("Klaar", ("Form.Code", CodeOf(SecretOn(petra))));
        Assert.Contains("De app met codes is toegevoegd", petra.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_another_session_began_is_neither_shown_nor_confirmed_here()
    {
        var first = SecretOn(reader);
        await petra.Go("/team/tweede-stap/app");
        Assert.Equal("/team/tweede-stap", petra.Address.AbsolutePath);

        using var sent = await petra.Http.PostAsync(
            "/team/tweede-stap/app/bevestiging",
            Posted(petra, ("Form.Code", CodeOf(first)))
        );

        Assert.False(await HasKeyAsync());
    }

    [Fact]
    public async Task A_session_that_was_overtaken_does_not_get_its_key_in_any_more()
    {
        var first = SecretOn(reader);
        await (await petra.Go("/team/tweede-stap")).Press("Begin met een app");

        await reader.Press("Klaar", ("Form.Code", CodeOf(first)));

        Assert.Contains("Deze sleutel geldt niet meer", reader.Text, StringComparison.Ordinal);
        Assert.False(await HasKeyAsync());
    }

    [Theory]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public async Task A_secret_waits_ten_minutes_for_its_first_code(int seconds, bool counts)
    {
        var secret = SecretOn(reader);
        site.Clock.Move(TimeSpan.FromSeconds(seconds));

        await reader.Press("Klaar", ("Form.Code", CodeOf(secret)));

        Assert.Equal(counts, await HasKeyAsync());
        if (!counts)
        {
            await reader.Press("Begin met een app");
            Assert.NotEqual(secret, SecretOn(reader));
        }
    }

    [Fact]
    public async Task Beginning_twice_in_one_session_shows_the_same_secret()
    {
        var secret = SecretOn(reader);
        await (await reader.Go("/team/tweede-stap")).Press("Begin met een app");

        Assert.Equal(secret, SecretOn(reader));
    }

    [Fact]
    public async Task A_new_key_ends_every_other_session_and_is_mailed_to_the_address_of_the_account()
    {
        var second = new Visitor(await site.SignedInByLinkAsync(world.OrganiserPerson));
        await reader.Press("Klaar", ("Form.Code", CodeOf(SecretOn(reader))));
        await site.Run<MailPump>();

        foreach (var other in new[] { petra, second })
        {
            using var answer = await other.Http.GetAsync("/netwerk");
            Assert.StartsWith("/team/inloggen", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await reader.Go("/netwerk")).Status);
        var mail = Assert.Single(MailBox.To(site, World.Organiser));
        Assert.Contains("een app met codes", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Deed u dit niet?", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_goes_to_the_address_of_the_account_whatever_a_colleague_typed_on_her_page()
    {
        await site.Db(db =>
            db.Persons.Where(item => item.Id == world.OrganiserPerson)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, "anders@elders.example"))
        );

        await reader.Press("Klaar", ("Form.Code", CodeOf(SecretOn(reader))));
        await site.Run<MailPump>();

        Assert.Single(MailBox.To(site, World.Organiser));
        Assert.Empty(MailBox.To(site, "anders@elders.example"));
    }

    [Fact]
    public async Task Sessions_of_colleagues_go_on()
    {
        var jan = await site.SignedInAsync(
            await world.Member("Jan", "jan@team.example", TeamRole.CoResearcher, world.Project)
        );

        await reader.Press("Klaar", ("Form.Code", CodeOf(SecretOn(reader))));

        Assert.Equal(HttpStatusCode.OK, (await jan.GetAsync("/netwerk")).StatusCode);
    }

    [Fact]
    public void A_secret_that_was_begun_under_an_earlier_version_is_gone_and_a_key_in_use_stays()
    {
        var folder = Directory.CreateTempSubdirectory("schema-");
        var file = Path.Combine(folder.FullName, "a.db");
        SchemaRunner.Update(file);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            Run(
                connection,
                "ALTER TABLE Persons DROP COLUMN AddressSetByTeamAt; ALTER TABLE Persons DROP COLUMN DevicesBefore"
            );
            Run(
                connection,
                """
                PRAGMA foreign_keys=OFF;
                INSERT INTO AspNetUserTokens (UserId, LoginProvider, Name, Value)
                VALUES (1, 'tweede-stap', 'app-nieuw', 'x'), (1, 'tweede-stap', 'app', 'y');
                """
            );
            var step = File.ReadAllText(
                Directory
                    .GetFiles(
                        Path.Combine(RigFiles.Root, "src/Dialoogtafel.Web/Data/Schema/Sqlite"),
                        "*-addresses-as-keys.sql"
                    )
                    .Single()
            );
            Run(connection, step);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT group_concat(Name) FROM AspNetUserTokens";
            Assert.Equal("app", command.ExecuteScalar());
        }

        folder.Delete(recursive: true);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<bool> HasKeyAsync() =>
        site.Db(db =>
            db.Users.Where(item => item.PersonId == world.OrganiserPerson)
                .Select(item => item.TwoFactorEnabled)
                .SingleAsync()
        );

    private string CodeOf(string secret) => CodeApp.Code(secret, site.Clock.Utc);

    private static string SecretOn(Visitor visitor) =>
        visitor.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private static FormUrlEncodedContent Posted(Visitor visitor, params (string Name, string Value)[] fields) =>
        new(
            fields
                .Append(
                    (
                        "__RequestVerificationToken",
                        visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.ValueOf()
                    )
                )
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
}
