using AngleSharp.Dom;
using Dialoogtafel.Web.Hosting;
using Dialoogtafel.Web.Tests.Rig;

namespace Dialoogtafel.Web.Tests.Team;

/// <summary>
/// The first part of the first five minutes, from the link to the recruiting board: five page loads and nineteen fields
/// of the fourteen and thirty that the whole way may have (D-15).
/// </summary>
public sealed class FirstUseBudgetTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task From_the_link_to_the_board_a_person_types_ten_fields()
    {
        var client = site.Open();
        var fields = new List<IElement>();
        var link = $"/eerste/{await Announcement.FirstLinkAsync(site.Services)}";

        var next = await StepAsync(
            client,
            fields,
            link,
            ("Form.FirstName", "Anna"),
            ("Form.LastName", "de Wit"),
            ("Form.Email", "anna@team.example"),
            ("Form.Organisation", "Samen Verder"),
            ("Form.Phone", "06 12 34 56 78")
        );
        var home = await client.PageAsync(next);
        next = home.QuerySelectorAll("main .button").Single().GetAttribute("href")!;
        next = await StepAsync(
            client,
            fields,
            next,
            ("Form.Subject", "werk zoeken en houden"),
            ("Form.Date", "2026-12-09"),
            ("Form.PlaceName", "De Schakel"),
            ("Form.Address", "Dorpsstraat 1")
        );
        next = await StepAsync(client, fields, next);

        Assert.EndsWith("/werving", next, StringComparison.Ordinal);
        Assert.Equal(18, fields.Count);
        Assert.Equal(9, fields.Count(field => field.ValueOf().Length > 0));
    }

    /// <summary>Presses the one button of the page's one form.</summary>
    private static async Task<string> StepAsync(
        HttpClient client,
        List<IElement> fields,
        string path,
        params (string, string)[] typed
    )
    {
        var page = await client.PageAsync(path);
        Assert.Single(page.QuerySelectorAll("main .button"));
        fields.AddRange(page.VisibleFields());
        using var answer = await client.SendAsync(page, path, typed);
        return answer.Headers.Location?.OriginalString
            ?? throw new InvalidOperationException($"{path} was not accepted.");
    }
}
