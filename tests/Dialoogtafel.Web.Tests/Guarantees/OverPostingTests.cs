using System.Globalization;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>S15: whatever a browser adds to a form, only the fields of the form change.</summary>
public sealed class OverPostingTests
{
    private const string Canary = "kanarie-te-veel";
    private const int Number = 987_654;

    public static TheoryData<string, string, string[]> TeamForms =>
        new()
        {
            { "/uitnodigingen/{invitation}", "/antwoord", ["Form.Answer", "Yes", "Form.Channel", "Phone"] },
            { "/bijeenkomsten/{table}/gegevens", "", ["Form.Purpose", "Anders"] },
            {
                "/bijeenkomsten/{table}/uitnodigingen/nieuw",
                "",
                [
                    "Form.FirstName",
                    "Noor",
                    "Form.Email",
                    "noor@voorbeeld.example",
                    "Form.PerspectiveId",
                    "1",
                    "Form.ViaWhom",
                    "Petra",
                ]
            },
            {
                "/bijeenkomsten/{table}/programma/nieuw",
                "",
                ["Form.Title", "Muziek", "Form.Minutes", "5", "Form.How", "Plenary", "Form.Lead", "Both"]
            },
            { "/bijeenkomsten/{table}/materiaal", "", ["Form.Add", "Muziek"] },
            { "/projecten/{project}", "", ["Form.Name", "Anders"] },
            { "/reeksen/{series}/partijen", "", ["Form.Themes", "Anders"] },
            { "/personen/{person}", "", ["Contact.LastName", "Anders"] },
            {
                "/personen/{person}",
                "/rollen",
                ["GivenRole.Role", "Informant", "GivenRole.Reason", "vroeg erom", "GivenRole.ProjectId", "1"]
            },
            {
                "/team",
                "/leden",
                ["Form.FirstName", "Samira", "Form.Email", "samira@team.example", "Form.Role", "CoResearcher"]
            },
            { "/beheer/versturen", "", ["Form.Route", "Folder", "Form.From", "ander@hogeschool.example"] },
        };

    [Theory]
    [MemberData(nameof(TeamForms))]
    public async Task A_team_form_changes_its_own_fields_only(string page, string action, string[] typed) =>
        await CheckAsync(
            async (site, add) =>
            {
                var world = await World.On(site);
                var invitation = await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example");
                var person = (await world.Read(invitation)).PersonId;
                var path = page.Replace("{invitation}", Text(invitation), StringComparison.Ordinal)
                    .Replace("{table}", Text(world.Table), StringComparison.Ordinal)
                    .Replace("{project}", Text(world.Project), StringComparison.Ordinal)
                    .Replace("{series}", Text(world.Series), StringComparison.Ordinal)
                    .Replace("{person}", Text(person), StringComparison.Ordinal);
                return await PostAsync(
                    site,
                    await new Visitor(await site.SignedInAsync(world.OrganiserPerson)).Go(path),
                    path + action,
                    typed,
                    add
                );
            }
        );

    [Theory]
    [InlineData("antwoord", "Form.Answer", "Yes")]
    [InlineData("wanneer", "Form.When", "NextWeek")]
    [InlineData("toch-niet", "Form.Choice", "CannotCome")]
    [InlineData("van-de-lijst", "Form.Choice", "Remove")]
    public async Task A_participants_form_changes_the_answer_only(string page, string field, string value) =>
        await CheckAsync(
            async (site, add) =>
            {
                var world = await World.On(site);
                var invitation = await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example");
                var visitor = await new Visitor(site.Open()).Go(await world.LinkOf(invitation));
                var path = $"{visitor.Address.AbsolutePath}/{page}";
                return await PostAsync(site, await visitor.Go(path), path, [field, value], add);
            }
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_id_in_the_address_counts_and_not_one_in_the_form(bool guarded)
    {
        using var site = guarded
            ? new Site()
            : new Site().With(services =>
                services.Configure<MvcOptions>(options =>
                {
                    var address = options.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
                    options.ValueProviderFactories.Remove(address);
                    options.ValueProviderFactories.Add(address);
                })
            );
        var world = await World.On(site);
        var other = await World.Beside(world, "quirine@ander.example");
        var (anna, bert) = (
            await world.Invite("Anna", "Ervaringsdeskundige", "anna@voorbeeld.example"),
            await other.Invite("Bert", "Ervaringsdeskundige", "bert@voorbeeld.example")
        );
        var quirine = await new Visitor(await site.SignedInAsync(other.OrganiserPerson)).Go(
            $"/uitnodigingen/{bert}/intrekking"
        );

        await quirine.Press("Ja, haal van de lijst", ("id", Text(anna)));

        // Without the guard she takes somebody off the list of a project that is not hers.
        Assert.Equal(guarded, (await world.Read(bert)).WithdrawnAt is not null);
        Assert.Equal(!guarded, (await world.Read(anna)).WithdrawnAt is not null);
    }

    [Fact]
    public void The_list_of_properties_is_the_whole_model()
    {
        using var site = new Site();
        var extra = Extra(site);
        Assert.True(extra.Count > 120, $"{extra.Count} properties");
        Assert.Contains("SeatedAt", extra.Keys);
        Assert.Contains("SecurityStamp", extra.Keys);
    }

    /// <summary>
    /// The same post twice, on two equal sites: once as a person sends it, once with every property of every entity
    /// added.
    /// </summary>
    private static async Task CheckAsync(
        Func<Site, bool, Task<(IReadOnlyList<string> Changes, DatabaseContent After)>> post
    )
    {
        using var plainSite = new Site();
        using var stuffedSite = new Site();
        var plain = await post(plainSite, false);
        var stuffed = await post(stuffedSite, true);

        Assert.NotEmpty(plain.Changes);
        Assert.Equal(plain.Changes, stuffed.Changes);
        var taken = stuffed
            .After.Rows.SelectMany(row => row.Value)
            .Where(cell =>
                cell.Value.Contains(Canary, StringComparison.Ordinal)
                || cell.Value.Contains(Text(Number), StringComparison.Ordinal)
                || cell.Value.StartsWith("2001-01-01", StringComparison.Ordinal)
            )
            .ToList();
        Assert.Empty(taken);
    }

    private static async Task<(IReadOnlyList<string> Changes, DatabaseContent After)> PostAsync(
        Site site,
        Visitor at,
        string action,
        string[] typed,
        bool add
    )
    {
        var form = at.Page.Forms.Single(item => item.GetAttribute("action") == action);
        // Bare, under the name of the form, and as a person within it; a site takes at most 1,024 fields.
        var prefix = typed[0][..(typed[0].IndexOf('.', StringComparison.Ordinal) + 1)];
        var values = add
            ? Extra(site)
                .SelectMany(item =>
                    new[] { "", prefix, "Person." }.Select(start => (Name: start + item.Key, item.Value))
                )
                .ToDictionary(item => item.Name, item => item.Value)
            : [];
        foreach (var own in form.Elements.Select(field => field.GetAttribute("name")).OfType<string>())
        {
            values.Remove(own);
        }

        foreach (var (name, value) in form.AsServed())
        {
            values[name] = value;
        }

        foreach (var pair in typed.Chunk(2))
        {
            values[pair[0]] = pair[1];
        }

        var before = DatabaseContent.Of(site);
        using var answer = await at.Http.PostAsync(action, new FormUrlEncodedContent(values));
        Assert.True((int)answer.StatusCode is 302 or 303 or 200, $"{action}: {answer.StatusCode}");
        var after = DatabaseContent.Of(site);
        return (after.ChangesSince(before), after);
    }

    private static Dictionary<string, string> Extra(Site site) =>
        site.Db(db =>
            Task.FromResult(
                (
                    from entity in db.Model.GetEntityTypes()
                    where !entity.ClrType.Namespace!.StartsWith("Microsoft", StringComparison.Ordinal)
                    from property in entity.GetProperties()
                    select property
                )
                    .DistinctBy(property => property.Name)
                    .ToDictionary(property => property.Name, Value)
            )
        ).Result;

    private static string Value(IProperty property) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
        {
            { IsEnum: true } kind => Enum.GetNames(kind)[^1],
            var type when type == typeof(int) => Text(Number),
            var type when type == typeof(bool) => "true",
            var type when type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) =>
                "2001-01-01",
            _ => Canary,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
