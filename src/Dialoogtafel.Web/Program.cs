using Dialoogtafel.Web.Features.Shared;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPages();
var app = builder.Build();
app.UseStaticFiles();
app.UseRouting();
app.UseLanguage();
app.MapControllers();
app.Run();

public partial class Program;
