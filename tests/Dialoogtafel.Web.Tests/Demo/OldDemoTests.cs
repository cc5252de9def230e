using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Demo;

/// <summary>
/// Every version opens the data of every earlier one: the demo's folders as earlier versions left them (tests/data).
/// </summary>
public sealed class OldDemoTests
{
    /// <param name="schema">The number that the old folder has.</param>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 9)]
    public async Task The_folder_of_an_earlier_demo_opens_and_its_people_find_what_they_left(int step, int schema)
    {
        var folder = Directory.CreateTempSubdirectory("dialoogtafel-").FullName;
        ZipFile.ExtractToDirectory(
            Path.Combine(RigFiles.Root, "tests", "data", $"demo-step-{step}.zip"),
            Path.Combine(folder, "data")
        );
        var data = Path.Combine(folder, "data", "demo");
        using var site = new Site { Demo = true, Folder = folder };
        // The people of the demo answered in the week before it was made.
        site.Clock.Set(File.GetLastWriteTimeUtc(Path.Combine(data, "links.json")));
        var people = JsonDocument
            .Parse(await File.ReadAllTextAsync(Path.Combine(data, "links.json")))
            .RootElement.GetProperty("participants")
            .EnumerateArray()
            .ToList();
        _ = site.Services;

        Assert.True(
            File.Exists(Path.Combine(data, $"dialoogtafel.db.schema-{schema}.copy")),
            "no copy from before the change"
        );
        Assert.Equal(18, people.Count);
        foreach (var person in people)
        {
            var visitor = await new Visitor(site.Open()).Go(
                new Uri(person.GetProperty("url").GetString()!).AbsolutePath
            );
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.Contains(
                $" {person.GetProperty("name").GetString()!.Split(' ')[0]}.",
                visitor.Text,
                StringComparison.Ordinal
            );
        }

        // Who led a table before that was kept stands in its history, by nobody and since no known day.
        var led = await site.Db(db =>
            db.Gatherings.SumAsync(item =>
                (item.ProcessFacilitatorId == null ? 0 : 1)
                + (item.ContentFacilitatorId == null ? 0 : 1)
                + (item.ReserveFacilitatorId == null ? 0 : 1)
            )
        );
        Assert.Equal(
            led,
            await site.Db(db =>
                db.DutyPeriods.CountAsync(item =>
                    item.From == null && item.ById == null && item.Until == null && !item.NewReader
                )
            )
        );
        await TeamWorksOnAsync(site, data);
    }

    /// <summary>Signs in by the link that is made at each start, and opens a page of every step so far.</summary>
    private static async Task TeamWorksOnAsync(Site site, string data)
    {
        var links = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, "links.json"))).RootElement;
        var team = new Visitor(site.Open());
        using var entered = await team.Http.PostAsync(
            new Uri(links.GetProperty("organiser").GetString()!).AbsolutePath,
            null
        );
        var table = await site.Db(db =>
            db.Gatherings.Where(item => item.Number == 1).Select(item => item.Id).SingleAsync()
        );
        foreach (var page in new[] { "", "/werving", "/vragen", "/programma", "/materiaal" })
        {
            Assert.Equal(HttpStatusCode.OK, (await team.Go($"/bijeenkomsten/{table}{page}")).Status);
        }

        await team.Go($"/bijeenkomsten/{table}/programma");
        await team.Press("Neem dit programma over");
        Assert.Contains("150 minuten", team.Text, StringComparison.Ordinal);
    }
}
