using Dialoogtafel.Web.Demo;
using Dialoogtafel.Web.Hosting;
using Dialoogtafel.Web.Modules.Team.SecondFactor;
using Dialoogtafel.Web.Pages;

var line = CommandLine.Parse(args);
var builder = WebApplication.CreateBuilder(HostSetup.Options(args));
var options = HostSetup.Read(builder, line);
builder.Services.AddInstallation(options).AddData().AddMail().AddClock().AddAccess().AddPages().AddModules();

var app = builder.Build();
app.UsePages();
app.MapControllers();
app.MapHealth();
await Startup.PrepareAsync(app.Services);
if (line.ResetSecondFactor is { } address)
{
    return await SecondFactorRecovery.RunAsync(app.Services, address);
}

await app.AnnounceAsync(line, await app.SeedDemoAsync(options, line.Port));
app.Run();
return 0;

public partial class Program;
