using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Series;

public sealed class LifeDomainTests : IAsyncLifetime
{
    private readonly Site site = new();
    private HttpClient client = null!;

    public async Task InitializeAsync() =>
        (client, _) = await site.SignInAsync(TeamRole.Organiser, await site.ProjectAsync("Meedoen"));

    public Task DisposeAsync()
    {
        site.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_party_without_a_name_goes_and_a_new_one_comes()
    {
        using var answer = await client.FillAsync(
            "/domeinen",
            ("Form.Parties[3].Name", ""),
            ("Form.Parties[7].Name", "Vakbond"),
            ("Form.Parties[7].Wanted", "1")
        );

        Assert.NotNull(answer.Headers.Location);
        var names = await site.Db(db =>
            db.LifeDomains.Where(item => item.Name == "Arbeid")
                .SelectMany(item => item.Parties)
                .Select(item => item.Name)
                .ToListAsync()
        );
        Assert.DoesNotContain("UWV", names);
        Assert.Contains("Vakbond", names);
        Assert.Equal(7, names.Count);
    }

    [Fact]
    public async Task A_new_domain_needs_a_name_of_its_own_and_numbers_that_fit()
    {
        var page = await client.PageAsync("/domeinen?domein=0");
        using var twice = await client.SendAsync(page, "/domeinen", ("Form.Name", "Onderwijs"));
        Assert.NotNull((await twice.PageAsync()).QuerySelector("#Form_Name-error"));
        using var many = await client.SendAsync(
            page,
            "/domeinen",
            ("Form.Name", "Wonen"),
            ("Form.Parties[0].Name", "Woningcorporatie"),
            ("Form.Parties[0].Wanted", "11")
        );
        Assert.NotNull((await many.PageAsync()).QuerySelector("#parties-error"));
        using var good = await client.SendAsync(
            page,
            "/domeinen",
            ("Form.Name", "Wonen"),
            ("Form.Parties[0].Name", "Woningcorporatie"),
            ("Form.Parties[0].Wanted", "2")
        );
        Assert.Equal(7, await site.Db(db => db.LifeDomains.CountAsync()));
    }
}
